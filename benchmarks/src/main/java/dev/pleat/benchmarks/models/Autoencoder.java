package dev.pleat.benchmarks.models;

import dev.pleat.Dense;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;

/**
 * MLPerf Tiny's anomaly detection.
 *
 * @param window five frames of a spectrogram
 * @param e1 the encoder
 * @param e2 the encoder
 * @param e3 the encoder
 * @param e4 the encoder
 * @param code the bottleneck
 * @param d1 the decoder
 * @param d2 the decoder
 * @param d3 the decoder
 * @param d4 the decoder
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
