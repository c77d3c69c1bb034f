"""Maps drawn as graphs with a node for each step: what AIF, SADFace and arguebuf share."""
