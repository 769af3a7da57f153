package dev.pleat.formats.weights;

import java.util.List;
import java.util.Optional;

/**
 * A tensor of a file of PyTorch: a part of a storage. Nothing of it has been checked yet.
 *
 * @param storage the numbers; empty if the tensor is of a kind that cannot be read
 * @param kind what cannot be read, for messages; or the type of the numbers
 * @param offset the place of the first number
 * @param shape the dimensions, any values of the pickle
 * @param strides the distance between neighbours in each dimension, any values of the pickle
 */
record TorchTensor(Optional<TorchStorage> storage, String kind, Object offset, List<?> shape, List<?> strides) {
    /** Returns a tensor that cannot be read. */
    static TorchTensor unreadable(String kind) {
        return new TorchTensor(Optional.empty(), kind, 0L, List.of(), List.of());
    }
}
