"""Maps drawn as graphs of nodes, with a node for each step: what AIF, SADFace and arguebuf share."""
