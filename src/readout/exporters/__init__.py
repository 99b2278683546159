"""How a report leaves: JSON, HTML, Markdown, the terminal. Exporters get values of `types` and nothing else."""
