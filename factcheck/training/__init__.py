"""Makes the learned judge and the encoder that ship with the package; needs the extra `train`, and is run by hand."""
