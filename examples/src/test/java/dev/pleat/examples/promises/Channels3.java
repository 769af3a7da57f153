package dev.pleat.examples.promises;

import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/** Every kernel, with 3 channels. */
@Model
record Channels3(
        @Input({9, 9, 3}) Layer image,
        @EveryKernel(channels = 3) Layer net) {}
