package dev.pleat.cli;

/** What tensors of a weight file are called, and how they are laid out. */
enum Naming {
    /** As the language calls them. */
    PLEAT
}
