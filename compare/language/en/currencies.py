"""Currencies: one row each."""

from __future__ import annotations

from typing import Final

from compare.language.en.unit import row as _row

CURRENCIES: Final = (
    _row("dollar", "money", None, "dollar|dollars|us dollar|us dollars|u.s. dollars|usd|bucks", "$ US$ $US USD"),
    _row("cent", "money", None, "cent|cents", "¢"),
    _row("australian dollar", "money", None, "australian dollar|australian dollars|aud", "A$ AU$ AUD"),
    _row("canadian dollar", "money", None, "canadian dollar|canadian dollars|cad", "C$ CA$ CAD"),
    _row("new zealand dollar", "money", None, "new zealand dollars|nzd", "NZ$ NZD"),
    _row("hong kong dollar", "money", None, "hong kong dollar|hong kong dollars|hkd", "HK$ HKD"),
    _row("singapore dollar", "money", None, "singapore dollar|singapore dollars|sgd", "S$ SGD"),
    _row("euro", "money", None, "euro|euros|eur", "€ EUR"),
    _row(
        "pound sterling", "money", None, "pound sterling|pounds sterling|pound|pounds|british pounds|quid|gbp", "£ GBP"
    ),
    _row("p", "money", None, "p|p.|pence|penny", "p"),
    _row("japanese yen", "money", None, "yen|japanese yen", "¥ JPY Y Y="),
    _row("chinese yuan", "money", None, "yuan|renminbi|rmb|chinese yuan", "RMB CNY"),
    _row("indian rupee", "money", None, "rupee|rupees|indian rupee|indian rupees", "₹ Rs INR"),
    _row("russian ruble", "money", None, "ruble|rubles|rouble|roubles|russian rubles|russian roubles", "₽ RUB"),
    _row("swiss franc", "money", None, "swiss franc|swiss francs|francs", "CHF"),
    _row("south korean won", "money", None, "won", "₩ KRW"),
    _row("malaysian ringgit", "money", None, "ringgit", "RM MYR"),
    _row("south african rand", "money", None, "rand", "ZAR"),
    _row("brazilian real", "money", None, "reais", "R$ BRL"),
    _row("mexican peso", "money", None, "peso|pesos|mexican peso|mexican pesos", "MXN"),
    _row("turkish lira", "money", None, "lira|liras|turkish lira|turkish liras", "₺ TRY"),
    _row(
        "swedish krona", "money", None, "kronor|krona|swedish krona|swedish kronor|swedish kroner|swedish crowns", "SEK"
    ),
    _row("norwegian krone", "money", None, "kroner|krone|norwegian krone|norwegian kroner|norwegian crowns", "NOK"),
    _row("danish krone", "money", None, "danish krone|danish kroner|danish crowns|dkk", "DKK"),
    _row("icelandic krona", "money", None, "icelandic krona|icelandic kronur|icelandic crowns", "ISK"),
    _row("czech koruna", "money", None, "koruna|korunas|czech koruna|czech korunas|czech crowns", "CZK"),
    _row("crown", "money", None, "crowns"),
    _row("polish zloty", "money", None, "zloty|zlotys|polish zloty|polish zlotys", "PLN"),
    _row("hungarian forint", "money", None, "forint|forints", "HUF"),
    _row("romanian leu", "money", None, "romanian leu|romanian lei", "RON"),
    _row("bulgarian lev", "money", None, "leva", "BGN"),
    _row("ukrainian hryvnia", "money", None, "hryvnia|hryvnias|hryvnya|ukrainian hryvnias", "₴ UAH"),
    _row("argentine peso", "money", None, "argentine peso|argentine pesos|argentinian pesos|argentinean pesos", "ARS"),
    _row("chilean peso", "money", None, "chilean peso|chilean pesos", "CLP"),
    _row("colombian peso", "money", None, "colombian peso|colombian pesos", "COP"),
    _row("cuban peso", "money", None, "cuban peso|cuban pesos", "CUP"),
    _row("philippine peso", "money", None, "philippine peso|philippine pesos|filipino pesos", "₱ PHP"),
    _row("egyptian pound", "money", None, "egyptian pound|egyptian pounds", "EGP"),
    _row("lebanese pound", "money", None, "lebanese pound|lebanese pounds|lebanese lira|lebanese liras", "LBP"),
    _row("syrian pound", "money", None, "syrian pound|syrian pounds", "SYP"),
    _row("sudanese pound", "money", None, "sudanese pound|sudanese pounds", "SDG"),
    _row("pakistani rupee", "money", None, "pakistani rupee|pakistani rupees|pakistan rupees", "PKR"),
    _row("sri lankan rupee", "money", None, "sri lankan rupee|sri lankan rupees", "LKR"),
    _row("nepalese rupee", "money", None, "nepalese rupee|nepalese rupees|nepali rupees", "NPR"),
    _row("bangladeshi taka", "money", None, "taka", "BDT"),
    _row("thai baht", "money", None, "baht|thai baht", "฿ THB"),
    _row("vietnamese dong", "money", None, "vietnamese dong", "VND"),
    _row("indonesian rupiah", "money", None, "rupiah|rupiahs", "IDR"),
    _row("taiwan dollar", "money", None, "taiwan dollar|taiwan dollars|taiwanese dollars", "NT$ TWD"),
    _row("saudi riyal", "money", None, "riyal|riyals|saudi riyal|saudi riyals", "SAR"),
    _row("iranian rial", "money", None, "rial|rials|iranian rial|iranian rials", "IRR"),
    _row("emirati dirham", "money", None, "dirham|dirhams|uae dirhams|emirati dirhams", "AED"),
    _row("moroccan dirham", "money", None, "moroccan dirham|moroccan dirhams", "MAD"),
    _row("dinar", "money", None, "dinar|dinars"),
    _row("iraqi dinar", "money", None, "iraqi dinar|iraqi dinars", "IQD"),
    _row("kuwaiti dinar", "money", None, "kuwaiti dinar|kuwaiti dinars", "KWD"),
    _row("serbian dinar", "money", None, "serbian dinar|serbian dinars", "RSD"),
    _row("nigerian naira", "money", None, "naira|nairas|nigerian naira", "₦ NGN"),
    _row("ghanaian cedi", "money", None, "cedi|cedis", "GHS"),
    _row("kenyan shilling", "money", None, "kenyan shilling|kenyan shillings|kenya shillings", "KES"),
    _row("ugandan shilling", "money", None, "ugandan shilling|ugandan shillings|uganda shillings", "UGX"),
    _row("zimbabwean dollar", "money", None, "zimbabwean dollar|zimbabwean dollars|zimbabwe dollars", "ZWL"),
    _row("jamaican dollar", "money", None, "jamaican dollar|jamaican dollars", "JMD"),
    _row("cfa franc", "money", None, "cfa franc|cfa francs", "XAF"),
    _row("french franc", "money", None, "french franc|french francs"),
    _row("belgian franc", "money", None, "belgian franc|belgian francs"),
    _row("deutschmark", "money", None, "deutschmark|deutschmarks|german marks|d-marks"),
    _row("shekel", "money", None, "shekel|shekels|israeli shekel|israeli shekels", "NIS ₪"),
    _row("bitcoin", "money", None, "bitcoin|bitcoins", "₿ BTC"),
)

# names that the money of several countries bears, with their other spellings
SHARED_NAMES: Final = {
    form: frozenset(forms.split())
    for forms in (
        "peso pesos", "rupee rupees", "franc francs", "lira liras", "dinar dinars", "rial rials riyal riyals",
        "krone kroner krona kronor kronur koruna korunas crown crowns", "shilling shillings", "dirham dirhams",
    )
    for form in forms.split()
}  # fmt: skip
