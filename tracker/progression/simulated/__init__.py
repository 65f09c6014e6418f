"""Made-up runners who live by two protocols, so that what one changes can be seen beforehand."""
