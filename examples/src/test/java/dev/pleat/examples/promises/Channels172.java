package dev.pleat.examples.promises;

import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/** Every kernel, with 172 channels. */
@Model
record Channels172(
        @Input({9, 9, 172}) Layer image,
        @EveryKernel(channels = 172) Layer net) {}
