"""The pages of this folder as a small site: `.ci/docs` builds it into build/site/."""

project = "Return to Run"
author = "The return-to-run tracker authors"
copyright = "2026, the return-to-run tracker authors"  # noqa: A001 - Sphinx's own name for it
language = "en"

extensions = ["myst_parser"]  # the pages are Markdown
root_doc = "index"
exclude_patterns = ["evaluation/diaries"]
suppress_warnings = ["toc.not_included"]  # the decisions are a table of their own
myst_enable_extensions = ["attrs_inline"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = project
html_show_sphinx = False
html_copy_source = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#123c34", "color-brand-content": "#1d5c50"},
    "dark_css_variables": {"color-brand-primary": "#8fd3c1", "color-brand-content": "#8fd3c1"},
}
