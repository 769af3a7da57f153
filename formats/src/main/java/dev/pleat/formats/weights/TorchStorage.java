package dev.pleat.formats.weights;

import java.util.List;
import java.util.Optional;

/**
 * A run of numbers in a file of PyTorch, which tensors show parts of; or, in old files, a part of such a run.
 *
 * @param key the file's name of the run
 * @param label what PyTorch calls the type of the numbers
 * @param type how the numbers are encoded; empty if they cannot be read
 * @param width the size of a number in bytes
 * @param offset where the storage begins in the run
 * @param size how many numbers the storage has
 * @param total how many numbers the run has
 */
record TorchStorage(
        String key, String label, Optional<NumberType> type, int width, long offset, long size, long total) {
    /**
     * Returns the part that a view describes: its key, its offset and its size.
     *
     * @throws IllegalArgumentException if the view is none, or reaches beyond the storage
     */
    TorchStorage view(List<?> view) {
        if (view.size() != 3
                || !(view.get(1) instanceof Long from)
                || !(view.get(2) instanceof Long count)
                || from < 0
                || count < 0
                || from > total - count) {
            throw new IllegalArgumentException("it holds a view beyond its storage " + Quoted.of(key));
        }
        return new TorchStorage(key, label, type, width, from, count, total);
    }

    /**
     * Returns this run of bytes as numbers of a type.
     *
     * @throws IllegalArgumentException if it is a run of something else
     */
    TorchStorage as(NumberType as) {
        if (width != 1 || total % as.bytes() != 0) {
            throw new IllegalArgumentException(
                    "it holds a tensor of %s in a %s of %d".formatted(as.label(), label, total));
        }
        long numbers = total / as.bytes();
        return new TorchStorage(key, as.label(), Optional.of(as), as.bytes(), 0, numbers, numbers);
    }

    /** Tells whether another storage reads the same run, but otherwise. */
    boolean contradicts(TorchStorage other) {
        return total != other.total || !type.equals(other.type);
    }
}
