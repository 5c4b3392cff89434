"""News agencies and how an article credits them; the patterns are regular expressions."""

from __future__ import annotations

AGENCIES = {
    "AFP": r"\bAFP\b|Agence France-Presse", "AP": r"\bAP\b|Associated Press", "Reuters": r"\bReuters\b|\bREUTERS\b",
    "dpa": r"\bdpa\b|Deutsche Presse-Agentur", "PA": r"\(PA\)|PA Media|Press Association", "UPI": r"\bUPI\b",
    "ANSA": r"\bANSA\b", "EFE": r"\bEFE\b", "Xinhua": r"\bXinhua\b", "TASS": r"\bTASS\b", "Interfax": r"\bInterfax\b",
    "Kyodo": r"\bKyodo\b", "ANI": r"\bANI\b", "PTI": r"\bPTI\b", "Bloomberg": r"\bBloomberg\b",
    "Anadolu": r"\bAnadolu\b|\bAA\b", "AAP": r"\bAAP\b|Australian Associated Press",
    "The Canadian Press": r"Canadian Press",
}  # fmt: skip
