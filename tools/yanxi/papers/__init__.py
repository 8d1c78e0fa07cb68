"""Papers to print: question paper, answer sheet and key, each in several variants.

compose   recipe and seed -> a variant: its questions in their order, with letters and right answers
leaves    a variant -> the three leaves, as blocks that know no format
docx html a leaf -> Word, HTML
pdf       HTML -> PDF, by the browser that is on the machine
"""
