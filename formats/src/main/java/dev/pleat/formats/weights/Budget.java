package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory that the values of a file may take: in proportion to the file's size, so that a small file cannot fill the
 * memory, be it by compression or by describing large arrays that share few values.
 */
final class Budget {
    // Weights hardly shrink when they are packed; whole arrays of zeros do, but those are small.
    private static final long FREE = 48L << 20;
    private static final long RATIO = 32;

    private final Path file;
    private final long limit;
    private long spent;

    private Budget(Path file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    /** Returns the budget of a file. */
    static Budget of(Path file) throws IOException {
        return new Budget(file, FREE + RATIO * Files.size(file));
    }

    /**
     * Counts memory before it is allocated.
     *
     * @param what what takes it, for the message
     * @throws FormatException if all that was counted is much more than the file's size explains
     */
    void spend(String what, long bytes) throws IOException {
        if (bytes > limit - spent) {
            throw new FormatException(
                    file,
                    "%s takes %d bytes when it is unpacked; with what comes before it, that is more than the %d that"
                                    .formatted(what, bytes, limit)
                            + " a file of this size may\n  fix: save the file without compression");
        }
        spent += bytes;
    }
}
