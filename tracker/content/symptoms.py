"""Which pattern of pain points to which tissue: to read, never to decide anything with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one tissue tends to hurt. `beware` names a warning sign that looks alike, if any."""

    id: str
    tissue: str
    where: str
    feels: str
    worse_with: str
    sources: tuple[str, ...]
    beware: str = ""


PATTERNS = (
    Pattern(
        "hamstring",
        "Hamstring muscle",
        "The back of the thigh.",
        "A sudden strong pain, or an ache in one sore spot. There can be swelling, a bruise or a"
        " weak feeling.",
        "Starting or stopping fast, and stretching too far.",
        ("leigh", "albrechta"),
        "A pop, a bruise, or trouble standing on the leg is a warning sign.",
    ),
    Pattern(
        "hamstring-tendon",
        "High hamstring tendon",
        "Deep and low in the buttock, at the bone you sit on.",
        "An ache that came on slowly and stays for long.",
        "Sitting for a long time, running, squats, lunges and leaning forward.",
        ("goom", "beatty", "albrechta"),
    ),
    Pattern(
        "gluteus",
        "Gluteus medius and minimus",
        "High on the buttock or at the side of the hip. From the smaller muscle it can run down"
        " the leg as far as the ankle.",
        "A dull, deep ache with a tender spot. The hips may feel wobbly.",
        "Standing on one leg, stairs, walking, long sitting or standing. Lying on the sore side"
        " can wake you with a sharp pain.",
        ("buttock-soreness", "p2", "albrechta"),
        "Pain at night can also come from a bone. Deep pain that builds as you run is a warning"
        " sign.",
    ),
    Pattern(
        "outer-hip",
        "Gluteal tendon at the outer hip",
        "The bony point at the side of the hip. Clinicians call it gluteal tendinopathy or greater"
        " trochanteric pain syndrome (GTPS).",
        "An ache that is tender to press.",
        "Lying on that side, sitting with crossed legs, stairs, hills, standing on one leg.",
        ("p2", "pan-am", "mellor"),
    ),
    Pattern(
        "piriformis",
        "Piriformis",
        "Deep in the middle of the buttock. It can reach the hip and the upper leg.",
        "Pain, numbness or tingling, when this small muscle squeezes the sciatic nerve.",
        "Long sitting, jumping, and getting up from a chair.",
        ("buttock-soreness", "p2", "albrechta"),
        "Numbness or tingling that runs down the leg is a warning sign.",
    ),
    Pattern(
        "sacroiliac",
        "Sacroiliac joint",
        "One side of the low back or buttock, where spine and hip bones meet. It can run down"
        " the leg, mostly not past the knee.",
        "Dull or sharp, and tender. It is hard to tell from other back pain.",
        "Long standing, stairs, getting up from a chair, running on rough ground.",
        ("buttock-soreness", "albrechta"),
    ),
    Pattern(
        "sciatic",
        "Sciatic nerve",
        "Along the back of the leg, from the buttock or low back, at times to the foot.",
        "Burning or sharp, like a spark that shoots down. Often with pins and needles, numbness"
        " or weakness.",
        "Coughing, sneezing and long sitting.",
        ("buttock-soreness", "p2", "albrechta"),
        "Numbness, tingling or weakness down the leg is a warning sign. In both legs it is an"
        " emergency.",
    ),
    Pattern(
        "disc",
        "Disc in the low back",
        "The low back, but also felt in the buttock, groin, hip or upper thigh.",
        "A dull ache that is stronger on some days. If the disc presses on a nerve, it feels like"
        " the sciatic nerve above.",
        "The sources name nothing that is special to it.",
        ("buttock-soreness", "albrechta"),
        "New trouble with bladder or bowel, or numbness between the legs, is an emergency.",
    ),
)
