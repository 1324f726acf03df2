//! Renders a dossier for people: terminal and Markdown, in two languages.
