package dev.pleat.examples.tiny;

import dev.pleat.Dense;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * MLPerf Tiny's anomaly detection: an autoencoder of the sounds of machines. It is far from its input where it hears
 * what it was not trained on.
 *
 * @param window five frames of a log-mel spectrogram of 128 bands
 * @param e1 the first layer of the encoder
 * @param e2 the second
 * @param e3 the third
 * @param e4 the fourth
 * @param code the bottleneck
 * @param d1 the first layer of the decoder
 * @param d2 the second
 * @param d3 the third
 * @param d4 the fourth
 * @param again the window again
 */
@Model
public record Autoencoder(
        @Input(640) Layer window,
        @DenseBlock(units = 128) Layer e1,
        @DenseBlock(units = 128) Layer e2,
        @DenseBlock(units = 128) Layer e3,
        @DenseBlock(units = 128) Layer e4,
        @DenseBlock(units = 8) Layer code,
        @DenseBlock(units = 128) Layer d1,
        @DenseBlock(units = 128) Layer d2,
        @DenseBlock(units = 128) Layer d3,
        @DenseBlock(units = 128) Layer d4,
        @Dense(units = 640) Layer again) {}
