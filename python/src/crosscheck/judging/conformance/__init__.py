"""What any program that speaks the protocol of tests/PROTOCOL.md must do, tried point by point."""
