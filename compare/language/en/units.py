"""Units of measurement, one row a unit, and how units and currencies are found by their words and signs."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from compare.language.en.currencies import CURRENCIES
from compare.language.en.unit import row as _row

UNITS: Final = (
    # durations, in seconds; month and year have no fixed length and keep their own base (values.CALENDAR)
    _row("second", "duration", "1", "second|seconds|sec|secs", "s sec secs"),
    _row("millisecond", "duration", "1/1000", "millisecond|milliseconds", "ms"),
    _row("minute", "duration", "60", "minute|minutes|min|mins", "min mins"),
    _row("hour", "duration", "3600", "hour|hours|hr|hrs", "h hr hrs"),
    _row("day", "duration", "86400", "day|days"),
    _row("week", "duration", "604800", "week|weeks|wk|wks"),
    _row("fortnight", "duration", "1209600", "fortnight|fortnights"),
    _row("month", "duration", "2629746", "month|months"),
    _row("quarter", "duration", "7889238", "quarters"),
    _row("year", "duration", "31556952", "year|years|yr|yrs"),
    _row("decade", "duration", "315569520", "decade|decades"),
    _row("century", "duration", "3155695200", "century|centuries"),
    # shares
    _row("percent", "percent", "1", "percent|per cent|percentage|percents|pct|pc", "%"),
    _row(
        "percentage point",
        "percentage point",
        "1",
        "percentage point|percentage points|percent points|percentage-point|pp",
    ),
    _row("basis point", "percentage point", "1/100", "basis point|basis points|bps|bp|basis-point", "bp bps"),
    # lengths, in metres
    _row("nanometre", "length", "1/1000000000", "nanometre|nanometres|nanometer|nanometers", "nm"),
    _row("micrometre", "length", "1/1000000", "micrometre|micrometres|micron|microns", "µm"),
    _row("millimetre", "length", "1/1000", "millimetre|millimetres|millimeter|millimeters|mm", "mm"),
    _row("centimetre", "length", "1/100", "centimetre|centimetres|centimeter|centimeters|cm", "cm"),
    _row("metre", "length", "1", "metre|metres|meter|meters", "m"),
    _row("kilometre", "length", "1000", "kilometre|kilometres|kilometer|kilometers|km|kms", "km kms"),
    _row("inch", "length", "0.0254", "inch|inches"),
    _row("foot", "length", "0.3048", "foot|feet|ft", "ft"),
    _row("yard", "length", "0.9144", "yard|yards|yd|yds", "yd"),
    _row("mile", "length", "1609.344", "mile|miles|mi"),
    _row("nautical mile", "length", "1852", "nautical mile|nautical miles"),
    _row("light year", "length", "9460730472580800", "light year|light years|light-year|light-years"),
    # areas, in square metres
    _row(
        "square metre",
        "area",
        "1",
        "square metre|square metres|square meter|square meters|square-metre|square-meter|sq m|sqm|m2",
        "sqm m² m2",
    ),
    _row(
        "square kilometre",
        "area",
        "1000000",
        "square kilometre|square kilometres|square kilometer|square kilometers|square-kilometre|square-kilometer|sq km",
    ),
    _row("square foot", "area", "0.09290304", "square foot|square feet|square-foot|square-feet|sq ft", "sqft"),
    _row("square mile", "area", "2589988.110336", "square mile|square miles|square-mile|sq mi"),
    _row("acre", "area", "4046.8564224", "acre|acres"),
    _row("hectare", "area", "10000", "hectare|hectares", "ha"),
    # volumes, in litres
    _row("litre", "volume", "1", "litre|litres|liter|liters|l", "l L"),
    _row("millilitre", "volume", "1/1000", "millilitre|millilitres|milliliter|milliliters", "ml mL"),
    _row("cubic metre", "volume", "1000", "cubic metre|cubic metres|cubic meter|cubic meters"),
    _row("cubic foot", "volume", "28.316846592", "cubic foot|cubic feet"),
    _row("gallon", "volume", "3.785411784", "gallon|gallons"),
    _row("barrel", "volume", "158.987294928", "barrel|barrels|bbl"),
    # masses, in kilograms
    _row("milligram", "mass", "1/1000000", "milligram|milligrams", "mg"),
    _row("gram", "mass", "1/1000", "gram|grams|gramme|grammes", "g"),
    _row("kilogram", "mass", "1", "kilogram|kilograms|kilo|kilos|kg|kgs", "kg kgs"),
    _row("tonne", "mass", "1000", "tonne|tonnes|metric ton|metric tons"),
    _row("ton", "mass", "907.18474", "ton|tons"),
    _row("pound-mass", "mass", "0.45359237", "lb|lbs", "lb lbs"),
    _row("ounce", "mass", "0.028349523125", "ounce|ounces|oz", "oz"),
    _row("stone", "mass", "6.35029318", "stone"),
    _row("carat", "mass", "0.0002", "carat|carats"),
    # temperatures, in degrees Celsius (Fahrenheit has an offset: values.py)
    _row(
        "celsius",
        "temperature",
        "1",
        "degree celsius|degrees celsius|celsius|degrees centigrade|centigrade|degrees c|deg c|degc",
        "°C C",
    ),
    _row(
        "fahrenheit",
        "temperature",
        "5/9",
        "degree fahrenheit|degrees fahrenheit|fahrenheit|degrees f|deg f|degf",
        "°F F",
    ),
    _row("degree", "angle", "1", "degree|degrees", "°"),
    # speeds, in metres a second
    _row(
        "kilometre per hour",
        "speed",
        "5/18",
        "km/h|kmh|kph|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|"
        "km per hour|km an hour",
        "km/h kmh kph",
    ),
    _row("mile per hour", "speed", "0.44704", "mph|m.p.h.|miles per hour|miles an hour|mile per hour", "mph"),
    _row("metre per second", "speed", "1", "m/s|metres per second|meters per second", "m/s"),
    _row("knot", "speed", "1852/3600", "knot|knots"),
    # power, energy, electricity
    _row("watt", "power", "1", "watt|watts", "W"),
    _row("kilowatt", "power", "1000", "kilowatt|kilowatts|kw", "kW KW"),
    _row("megawatt", "power", "1000000", "megawatt|megawatts|mw", "MW"),
    _row("gigawatt", "power", "1000000000", "gigawatt|gigawatts|gw", "GW"),
    _row("terawatt", "power", "1000000000000", "terawatt|terawatts", "TW"),
    _row("horsepower", "power", "745.69987158227", "horsepower|hp", "hp PS"),
    _row("brake horsepower", "power", "745.69987158227", "brake horsepower|bhp", "bhp"),
    _row(
        "kilowatt hour", "energy", "3600000", "kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours", "kWh KWh kwh"
    ),
    _row("megawatt hour", "energy", "3600000000", "megawatt hour|megawatt hours|megawatt-hours", "MWh"),
    _row("gigawatt hour", "energy", "3600000000000", "gigawatt hour|gigawatt hours", "GWh"),
    _row("calorie", "energy", "4184", "calorie|calories|kcal", "kcal"),
    _row("joule", "energy", "1", "joule|joules", "J"),
    _row("newton metre", "torque", "1", "newton metre|newton metres|newton meters", "Nm"),
    _row("foot pound-force", "torque", "1.3558179483314", "pound-feet|foot-pounds|lb-ft|ft-lb", "lb-ft ft-lb lbft"),
    _row("volt", "voltage", "1", "volt|volts", "V"),
    _row("milliampere-hour", "charge", "1", "milliamp hours|milliampere-hours|mah", "mAh mah"),
    # information
    _row("byte", "information", "1", "byte|bytes"),
    _row("kilobyte", "information", "1000", "kilobyte|kilobytes", "KB kB"),
    _row("megabyte", "information", "1000000", "megabyte|megabytes", "MB mb"),
    _row("gigabyte", "information", "1000000000", "gigabyte|gigabytes", "GB gb"),
    _row("terabyte", "information", "1000000000000", "terabyte|terabytes", "TB tb"),
    _row("megabit per second", "bandwidth", "1", "megabits per second", "Mbps mbps"),
    _row("gigabit per second", "bandwidth", "1000", "gigabits per second", "Gbps gbps"),
    _row("pixel", "pixels", "1", "pixel|pixels"),
    _row("megapixel", "pixels", "1000000", "megapixel|megapixels", "MP mp"),
    # frequencies and the like
    _row("hertz", "frequency", "1", "hertz", "Hz hz"),
    _row("kilohertz", "frequency", "1000", "kilohertz", "kHz KHz"),
    _row("megahertz", "frequency", "1000000", "megahertz", "MHz Mhz mhz"),
    _row("gigahertz", "frequency", "1000000000", "gigahertz", "GHz Ghz ghz"),
    _row("decibel", "loudness", None, "decibel|decibels", "dB db"),
    _row("revolution per minute", "rotation", "1", "rpm", "rpm"),
    _row("mile per gallon", "economy", "1", "miles per gallon|mpg", "mpg"),
    _row("part per million", "concentration", "1", "parts per million|ppm", "ppm"),
)

ALL: Final = UNITS + CURRENCIES
BY_NAME: Final = {unit.name: unit for unit in ALL}
BY_WORD: Final = {word: unit for unit in ALL for word in unit.words}
BY_SIGN: Final = {sign: unit for unit in ALL for sign in unit.signs}
LEADING_SIGNS: Final = {sign: unit for unit in CURRENCIES for sign in unit.signs}
# Sterling signs that a bad conversion has turned into letters: 'PS6m' for '£6m'.
LEADING_SIGNS_GLUED: Final = {"PS": BY_NAME["pound sterling"]}
# Parts of a currency: what they are part of, and their size in it.
SUBUNITS: Final = {"cent": ("dollar", Fraction(1, 100)), "p": ("pound sterling", Fraction(1, 100))}
# Degrees that its zero lies above the zero of the base, in its own degrees.
ZERO_OFFSET: Final = {"fahrenheit": 32}
