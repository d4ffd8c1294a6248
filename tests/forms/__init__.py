"""The notices of the corpus in the forms in which notices come, made with the programs that people make them with."""
