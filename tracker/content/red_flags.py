"""The screen: signs that a clinician has to see before running goes on.

Plain questions, in our own words. A sign raises a suspicion and nothing more: many who have one
turn out to be well, and nobody is told what they have. All signs stand in this one list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.content.sign import Sign, Urgency
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SCREENING_SIGNS = (
    Sign(
        "under_18",
        Urgency.FIRST,
        N_("Are you under 18?"),
        N_(
            "Growing bones and tendons need their own plan. Ask a doctor or physiotherapist for"
            " one."
        ),
        (),
    ),
    Sign(
        "pregnant",
        Urgency.FIRST,
        N_("Are you pregnant?"),
        N_("Ask your midwife or doctor what running is right for you now."),
        ("leigh",),
    ),
    Sign(
        "operated",
        Urgency.FIRST,
        N_("Did you have an operation for this injury?"),
        N_("Your surgeon's plan comes first. Ask when and how you may run."),
        (),
    ),
    Sign(
        "complete_tear",
        Urgency.FIRST,
        N_("Were you told that something is torn right through or broken?"),
        N_("The clinician who told you has to say when you may run."),
        ("looney",),
    ),
)
EMERGENCY_SIGNS = (
    Sign(
        "E1",
        Urgency.EMERGENCY,
        N_("New trouble holding or passing urine or stools, or sudden weakness in a leg"),
        N_("Nerves low in the back may be under pressure. Hours count."),
        ("buttock-soreness", "cauda-card", "healthify"),
    ),
    Sign(
        "E2",
        Urgency.EMERGENCY,
        N_(
            "Numbness between the legs, around the genitals or the back passage, or a sudden change"
            " in sexual feeling"
        ),
        N_("Nerves low in the back may be under pressure. Hours count."),
        ("cauda-card",),
    ),
    Sign(
        "E3",
        Urgency.EMERGENCY,
        N_("Shooting pain, weakness or numbness in both legs"),
        N_("Both legs together point to the back, not to a muscle. Hours count."),
        ("healthify", "lothian"),
    ),
    Sign(
        "E4",
        Urgency.EMERGENCY,
        N_("A foot that drops or drags, or a leg that is getting weaker by the hour or the day"),
        N_("A nerve may be losing its work. Be seen today."),
        ("lothian", "buttock-soreness"),
    ),
    Sign(
        "E5",
        Urgency.EMERGENCY,
        N_(
            "After an injury: a crack was heard, the leg is out of shape, or it is cold, numb or a"
            " strange colour"
        ),
        N_("A bone or a blood vessel may be hurt. Do not put weight on the leg."),
        ("portsmouth", "buttock-soreness"),
    ),
    Sign(
        "E6",
        Urgency.EMERGENCY,
        N_(
            "You cannot stand on the leg after a fall or blow, or the hip is hot and swollen and"
            " you have a fever"
        ),
        N_("A break or an infection has to be looked for now. Do not put weight on the leg."),
        ("leigh", "gloucestershire", "exeter"),
    ),
    Sign(
        "E7",
        Urgency.EMERGENCY,
        N_("One leg is swollen, warm or red, and your chest hurts or you are short of breath"),
        N_("A clot may have moved to the lungs. Call now, and do not drive yourself."),
        ("nhs-clot",),
    ),
)
URGENT_SIGNS = (
    Sign(
        "U1",
        Urgency.URGENT,
        N_(
            "Sudden strong pain behind the thigh, with a pop or a tearing feeling, a bruise,"
            " weakness, or trouble standing on the leg"
        ),
        N_(
            "A muscle or tendon may be torn. If you cannot stand on the leg, be seen today;"
            " otherwise within days. Early is better."
        ),
        ("leigh", "ni-direct", "looney"),
    ),
    Sign(
        "U2",
        Urgency.URGENT,
        N_("Tingling, numbness or weakness that runs down the leg"),
        N_("A nerve may be irritated. See a doctor soon; at once if it gets worse."),
        ("buttock-soreness",),
    ),
    Sign(
        "U3",
        Urgency.URGENT,
        N_("Fever, weight loss you cannot explain, or swelling and redness where it hurts"),
        N_("Something other than a strained muscle may be the cause. See a doctor promptly."),
        ("buttock-soreness", "gloucestershire"),
    ),
    Sign(
        "U4",
        Urgency.URGENT,
        N_("One leg is swollen, warm, red or throbbing"),
        N_("A clot has to be ruled out. Be seen today."),
        ("nhs-clot",),
    ),
    Sign(
        "U5",
        Urgency.URGENT,
        N_("The pain began with a fall, a crash or a blow"),
        N_("Have the injury looked at before you load it."),
        ("buttock-soreness",),
    ),
    Sign(
        "U6",
        Urgency.URGENT,
        N_(
            "Deep pain in the groin or the front of the hip that grows as you run; or pain deep in"
            " the buttock or in one spot of a bone that grows as you run and also hurts at night,"
            " at rest or when you hop, or makes you limp"
        ),
        N_(
            "A bone may be cracked from load, which is easy to miss. Stop running, and ask for the"
            " bone to be checked."
        ),
        ("robertson",),
    ),
    Sign(
        "U7",
        Urgency.URGENT,
        N_(
            "Pain of 7 or more out of 10 that is still that strong at rest, or with which you"
            " could not walk normally"
        ),
        N_("Pain this strong should be looked at."),
        ("buttock-soreness", "leigh"),
    ),
)
ROUTINE_SIGNS = (
    Sign(
        "R1",
        Urgency.ROUTINE,
        N_("The pain does not ease with rest"),
        N_("A doctor can look for an injury that rest alone does not settle."),
        ("leigh",),
    ),
    Sign(
        "R2",
        Urgency.ROUTINE,
        N_("The pain is getting worse, or no better with your exercises"),
        N_("See a sports-medicine doctor soon."),
        ("albrechta",),
    ),
    Sign(
        "R3",
        Urgency.ROUTINE,
        N_("It keeps coming back in spite of all you do at home"),
        N_("A doctor or physiotherapist can look for what is behind it."),
        ("buttock-soreness",),
    ),
    Sign(
        "R4",
        Urgency.ROUTINE,
        N_("You are pregnant and the pain down the leg is strong or constant"),
        N_("Tell your midwife or doctor soon."),
        ("leigh",),
    ),
    Sign(
        "R5",
        Urgency.ROUTINE,
        N_("It still hurts six weeks after it began"),
        N_("That is longer than usual. Have it looked at."),
        ("albrechta",),
    ),
    Sign(
        "R6",
        Urgency.ROUTINE,
        N_("It hurt again after you went one step back"),
        N_("Tell the clinician who looks after you."),
        ("herring",),
    ),
    Sign(
        "R7",
        Urgency.ROUTINE,
        N_(
            "You have had cancer, take steroids, or are over 50 with a new back pain that wakes you"
        ),
        N_("These make some rarer causes likelier. Tell a doctor."),
        ("gloucestershire",),
    ),
)
# The question of U7 to whom such a score was just given.
STILL_SEVERE = N_("Is it still that strong at rest, or could you not walk normally?")
SIGNS: Mapping[str, Sign] = {
    sign.id: sign for sign in (*SCREENING_SIGNS, *EMERGENCY_SIGNS, *URGENT_SIGNS, *ROUTINE_SIGNS)
}


def locked() -> str:
    """Return what an open sign means."""
    return gettext("Running is locked until a clinician clears it.")


def signs(ids: Iterable[str]) -> tuple[Sign, ...]:
    """Return the signs of these ids, the most urgent first; KeyError for an unknown one."""
    return tuple(sorted((SIGNS[id_] for id_ in ids), key=lambda sign: -sign.urgency))
