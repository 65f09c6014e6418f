"""Pages of the diary as read: progress, the clinician's page, charts."""
