package dev.pleat;

/** The type of every member that is a layer. */
public final class Layer {
    private Layer() {}
}
