"""The web server: uvicorn's http, held to limits, in front of the app's threads."""
