package dev.pleat.examples.real;

import static dev.pleat.ActivationFunction.SIGMOID;

import dev.pleat.Activation;
import dev.pleat.BatchNormalization;
import dev.pleat.Dense;
import dev.pleat.Dropout;
import dev.pleat.Flatten;
import dev.pleat.Input;
import dev.pleat.Layer;
import dev.pleat.Model;
import dev.pleat.Output;
import dev.pleat.ReLU;

/** The donor model of MMSplice: dense layers on one-hot DNA. */
@Model
record SpliceDonor(
        @Input({18, 4}) Layer dna,
        @Flatten Layer flatten_1,
        @Dense(units = 128) Layer dense1,
        @BatchNormalization Layer batch_normalization_1,
        @ReLU Layer re_lu_1,
        @Dropout(0.2) Layer dropout_1,
        @Dense(units = 64) Layer dense2,
        @BatchNormalization Layer batch_normalization_2,
        @ReLU Layer re_lu_2,
        @Dropout(0.2) Layer dropout_2,
        @Output @Dense(units = 1) Layer dense_1,
        @Activation(SIGMOID) Layer donor) {}
