"""What the pages to read rest on: every document they cite, by a short name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tracker.content import red_flags
from tracker.progression.protocol import Source
from tracker.progression.protocol_document.reader import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FURTHER: Mapping[str, Source] = {
    "p2": Source("A text on pain high in the buttock, beside a video", "P2 Sportscare"),
    "dubois": Source(
        "Soft-tissue injuries simply need PEACE and LOVE",
        "Dubois B, Esculier JF. BJSM 2020;54:72-73",
        url="https://doi.org/10.1136/bjsports-2019-101253",
    ),
    "nhs-strains": Source("Sprains and strains", "NHS"),
    "davis": Source(
        "Effect of sports massage on performance and recovery",
        "Davis HL, Alabed S, Chico TJA. BMJ Open SEM 2020;6:e000614",
        url="https://doi.org/10.1136/bmjsem-2019-000614",
    ),
    "herbert": Source(
        "Stretching to prevent or reduce muscle soreness after exercise",
        "Herbert RD, de Noronha M, Kamper SJ. Cochrane 2011",
        url="https://doi.org/10.1002/14651858.CD004577.pub3",
    ),
    "ishoi": Source(
        "Diagnosis, prevention and treatment of common lower extremity muscle injuries in sport",
        "Ishøi L and colleagues. BJSM 2020;54:528-537",
        url="https://doi.org/10.1136/bjsports-2019-101228",
    ),
    "ekstrand": Source(
        "Hamstring muscle injuries in professional football: MRI findings and return to play",
        "Ekstrand J and colleagues. BJSM 2012;46:112-117",
        url="https://doi.org/10.1136/bjsports-2011-090155",
    ),
    "askling": Source(
        "Type of acute hamstring strain and time to return to pre-injury level",
        "Askling C and colleagues. BJSM 2006;40:40-44",
    ),
    "bayer": Source(
        "Early versus delayed rehabilitation after acute muscle injury",
        "Bayer ML, Magnusson SP, Kjaer M. NEJM 2017;377:1300-1301",
    ),
    "hickey": Source(
        "Pain-free versus pain-threshold rehabilitation following acute hamstring strain injury",
        "Hickey JT and colleagues. JOSPT 2020;50:91-103",
        url="https://doi.org/10.2519/jospt.2020.8895",
    ),
    "paton": Source(
        "London International Consensus on hamstring injuries, part 3",
        "Paton BM and colleagues. BJSM 2023;57:278",
        url="https://doi.org/10.1136/bjsports-2021-105384",
    ),
    "goom": Source(
        "Proximal hamstring tendinopathy: clinical aspects of assessment and management",
        "Goom T, Malliaras P, Reiman M, Purdam C. JOSPT 2016;46:483-493",
        url="https://doi.org/10.2519/jospt.2016.5986",
    ),
    "beatty": Source(
        "Rehabilitation and prevention of proximal hamstring tendinopathy",
        "Beatty NR and colleagues. Curr Sports Med Rep 2017;16:162-171",
        url="https://doi.org/10.1249/JSR.0000000000000355",
    ),
    "mellor": Source(
        "Education plus exercise versus injection versus a wait and see approach in gluteal"
        " tendinopathy",
        "Mellor R and colleagues. BMJ 2018;361:k1662",
    ),
    "pan-am": Source("Greater trochanteric pain syndrome", "Pan Am Clinic"),
    "mulvad": Source(
        "Diagnoses and time to recovery among injured recreational runners",
        "Mulvad B and colleagues. PLoS ONE 2018;13:e0204742",
        url="https://doi.org/10.1371/journal.pone.0204742",
    ),
    "esculier": Source(
        "Trial of education for runners with knee pain",
        "Esculier JF and colleagues. BJSM 2018;52:659-666",
    ),
    "pairot": Source(
        "Reintroduction of running after anterior cruciate ligament reconstruction",
        "Pairot de Fontenay B and colleagues. J Athl Train 2022;57:540-546",
        url="https://doi.org/10.4085/1062-6050-0407.21",
    ),
    "buist": Source(
        "No effect of a graded training programme on running-related injuries in novice runners",
        "Buist I and colleagues. AJSM 2008;36:33-39",
        url="https://doi.org/10.1177/0363546507307505",
    ),
    "yamato": Source(
        "A consensus definition of running-related injury in recreational runners",
        "Yamato TP and colleagues. JOSPT 2015",
    ),
    "zein": Source(
        "Risk factors for hamstring reinjury: a cohort of 330 acute hamstring injuries",
        "Zein MI and colleagues. BJSM 2024;58:766",
    ),
    "green": Source(
        "Recalibrating the risk of hamstring strain injury",
        "Green B and colleagues. BJSM 2020",
        url="https://doi.org/10.1136/bjsports-2019-100983",
    ),
    "strength": Source(
        "Hamstring strength and muscle after return to sport from injury",
        "A study in Medicine and Science in Sports and Exercise, 2013",
    ),
    "ardern": Source(
        "Consensus statement on return to sport, Bern",
        "Ardern CL and colleagues. BJSM 2016;50:853-864",
        url="https://doi.org/10.1136/bjsports-2016-096278",
    ),
}


@cache
def literature() -> Mapping[str, Source]:
    """Every document that is cited anywhere, by its short name."""
    return {**shipped().sources, **red_flags.SOURCES, **_FURTHER}


def cited(names: Iterable[str]) -> tuple[Source, ...]:
    """The documents of these short names; KeyError for an unknown one."""
    return tuple(literature()[name] for name in names)
