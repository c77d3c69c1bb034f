"""Arguebuf: the JSON of the protobuf messages `arg_services.graph.v1`."""
