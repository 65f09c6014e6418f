"""Which pattern of pain points to which tissue: to read, never to decide anything with."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.translations import N_, gettext


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one tissue tends to hurt."""

    id: str
    _tissue: str
    _where: str
    _feels: str
    _worse_with: str
    sources: tuple[str, ...]
    _beware: str = ""

    @property
    def tissue(self) -> str:
        """What hurts."""
        return gettext(self._tissue)

    @property
    def where(self) -> str:
        """Where it is felt."""
        return gettext(self._where)

    @property
    def feels(self) -> str:
        """How it feels."""
        return gettext(self._feels)

    @property
    def worse_with(self) -> str:
        """What makes it worse."""
        return gettext(self._worse_with)

    @property
    def beware(self) -> str:
        """A warning sign that looks alike; empty if there is none."""
        return gettext(self._beware)


PATTERNS = (
    Pattern(
        "hamstring",
        N_("Hamstring muscle"),
        N_("The back of the thigh."),
        N_(
            "A sudden strong pain, or an ache in one sore spot. There can be swelling, a bruise or"
            " a weak feeling."
        ),
        N_("Starting or stopping fast, and stretching too far."),
        ("leigh", "albrechta"),
        N_("A pop, a bruise, or trouble standing on the leg is a warning sign."),
    ),
    Pattern(
        "hamstring-tendon",
        N_("High hamstring tendon"),
        N_("Deep and low in the buttock, at the bone you sit on."),
        N_("An ache that came on slowly and stays for long."),
        N_("Sitting for a long time, running, squats, lunges and leaning forward."),
        ("goom", "beatty", "albrechta"),
    ),
    Pattern(
        "gluteus",
        N_("Gluteus medius and minimus"),
        N_(
            "High on the buttock or at the side of the hip. From the smaller muscle it can run down"
            " the leg as far as the ankle."
        ),
        N_("A dull, deep ache with a tender spot. The hips may feel wobbly."),
        N_(
            "Standing on one leg, stairs, walking, long sitting or standing. Lying on the sore side"
            " can wake you with a sharp pain."
        ),
        ("buttock-soreness", "p2", "albrechta"),
        N_(
            "Pain at night can also come from a bone. Deep pain that builds as you run is a warning"
            " sign."
        ),
    ),
    Pattern(
        "outer-hip",
        N_("Gluteal tendon at the outer hip"),
        N_(
            "The bony point at the side of the hip. Clinicians call it gluteal tendinopathy or"
            " greater trochanteric pain syndrome (GTPS)."
        ),
        N_("An ache that is tender to press."),
        N_("Lying on that side, sitting with crossed legs, stairs, hills, standing on one leg."),
        ("p2", "pan-am", "mellor"),
    ),
    Pattern(
        "piriformis",
        N_("Piriformis"),
        N_("Deep in the middle of the buttock. It can reach the hip and the upper leg."),
        N_("Pain, numbness or tingling, when this small muscle squeezes the sciatic nerve."),
        N_("Long sitting, jumping, and getting up from a chair."),
        ("buttock-soreness", "p2", "albrechta"),
        N_("Numbness or tingling that runs down the leg is a warning sign."),
    ),
    Pattern(
        "sacroiliac",
        N_("Sacroiliac joint"),
        N_(
            "One side of the low back or buttock, where spine and hip bones meet. It can run down"
            " the leg, mostly not past the knee."
        ),
        N_("Dull or sharp, and tender. It is hard to tell from other back pain."),
        N_("Long standing, stairs, getting up from a chair, running on rough ground."),
        ("buttock-soreness", "albrechta"),
    ),
    Pattern(
        "sciatic",
        N_("Sciatic nerve"),
        N_("Along the back of the leg, from the buttock or low back, at times to the foot."),
        N_(
            "Burning or sharp, like a spark that shoots down. Often with pins and needles, numbness"
            " or weakness."
        ),
        N_("Coughing, sneezing and long sitting."),
        ("buttock-soreness", "p2", "albrechta"),
        N_(
            "Numbness, tingling or weakness down the leg is a warning sign. In both legs it is an"
            " emergency."
        ),
    ),
    Pattern(
        "disc",
        N_("Disc in the low back"),
        N_("The low back, but also felt in the buttock, groin, hip or upper thigh."),
        N_(
            "A dull ache that is stronger on some days. If the disc presses on a nerve, it feels"
            " like the sciatic nerve above."
        ),
        N_("The sources name nothing that is special to it."),
        ("buttock-soreness", "albrechta"),
        N_("New trouble with bladder or bowel, or numbness between the legs, is an emergency."),
    ),
)
