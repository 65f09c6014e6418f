"""An episode as one document Bundle of FHIR R4, for other systems to read. Nothing is read back."""
