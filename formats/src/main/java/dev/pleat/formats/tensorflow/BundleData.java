package dev.pleat.formats.tensorflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** The files of data of a checkpoint. */
final class BundleData {
    private final CheckpointFiles files;
    private final int shards;
    private final Map<Integer, Long> sizes = new HashMap<>();

    BundleData(CheckpointFiles files, int shards) {
        this.files = files;
        this.shards = shards;
    }

    /** {@return the size of the file that holds a tensor} */
    long size(int shard, String tensor) throws IOException {
        if (shard < 0 || shard >= shards) {
            throw new IOException("tensor '%s' is in file %d of %d".formatted(tensor, shard, shards));
        }
        Long size = sizes.get(shard);
        if (size == null) {
            Path file = files.data(shard, shards);
            if (!Files.isRegularFile(file)) {
                throw new IOException("the file " + file.getFileName() + ", which belongs to it, is not beside it");
            }
            size = Files.size(file);
            sizes.put(shard, size);
        }
        return size;
    }

    /**
     * Reads a tensor's numbers.
     *
     * @param name its name, for messages
     * @param entry where it is
     * @param count how many there are
     * @return the numbers as float32
     * @throws IOException if they are damaged, of another count, or no numbers
     */
    float[] values(String name, BundleEntry entry, int count) throws IOException {
        DataType type = DataType.of(entry.type())
                .orElseThrow(() -> new IOException("tensor '%s' is of TensorFlow's type %d, which is not of numbers"
                        .formatted(name, entry.type())));
        if (entry.size() != (long) count * type.bytes()) {
            throw new IOException("tensor '%s' has %d values of %d bytes, but takes %d bytes"
                    .formatted(name, count, type.bytes(), entry.size()));
        }
        ByteBuffer bytes = raw(name, entry);
        if (MaskedCrc.of(bytes) != entry.checksum()) {
            throw new IOException("the checksum of tensor '" + name + "' does not match: it is damaged");
        }
        float[] values = new float[count];
        if (type == DataType.FLOAT) {
            bytes.asFloatBuffer().get(values);
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = (float) type.get(bytes, i);
            }
        }
        return values;
    }

    /** {@return a tensor's bytes, not yet compared with their checksum} */
    ByteBuffer raw(String name, BundleEntry entry) throws IOException {
        if (entry.size() > Integer.MAX_VALUE - 8) {
            throw new IOException("tensor '" + name + "' of " + entry.size() + " bytes is too large");
        }
        ByteBuffer bytes = allocate((int) entry.size());
        if (entry.size() == 0) {
            return bytes;
        }
        try (FileChannel channel = FileChannel.open(files.data(entry.shard(), shards), StandardOpenOption.READ)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, entry.offset() + bytes.position()) < 0) {
                    throw new IOException("the file of tensor '" + name + "' ends early");
                }
            }
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** {@return an empty buffer in the files' byte order} */
    ByteBuffer allocate(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
