package dev.pleat.examples.promises;

import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/** Every kernel, with 26 channels. */
@Model
record Channels26(
        @Input({9, 9, 26}) Layer image,
        @EveryKernel(channels = 26) Layer net) {}
