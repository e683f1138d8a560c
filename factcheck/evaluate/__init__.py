"""Uses of the pipeline that measure it: labelled claims, labelled pairs, a closed record."""
