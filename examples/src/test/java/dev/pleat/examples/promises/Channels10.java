package dev.pleat.examples.promises;

import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/** Every kernel, with 10 channels. */
@Model
record Channels10(
        @Input({9, 9, 10}) Layer image,
        @EveryKernel(channels = 10) Layer net) {}
