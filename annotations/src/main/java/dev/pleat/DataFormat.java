package dev.pleat;

/** Where the channels are. */
public enum DataFormat {
    /** Last. */
    CHANNELS_LAST,

    /** First. */
    CHANNELS_FIRST
}
