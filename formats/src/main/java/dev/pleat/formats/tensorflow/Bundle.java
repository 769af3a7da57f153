package dev.pleat.formats.tensorflow;

import com.google.protobuf.ByteString;
import dev.pleat.formats.proto.Message;
import dev.pleat.formats.tensorflow.BundleEntry.Slice;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tensors of a checkpoint of format V2: an index, and files of data.
 *
 * <p>Opening checks that every tensor lies in its file and that no two overlap, so that reading all of them takes no more
 * memory than the files' size warrants; reading one checks its checksum.
 */
final class Bundle {
    private static final int SHARDS = 1;
    private static final int ENDIANNESS = 2;

    private final BundleData data;
    /** All entries, also those of slices, by their key in the index. */
    private final Map<String, BundleEntry> entries;
    /** The keys by the name of the tensor. */
    private final Map<String, String> keys = new LinkedHashMap<>();

    private Bundle(BundleData data, Map<String, BundleEntry> entries) {
        this.data = data;
        this.entries = entries;
        for (String key : entries.keySet()) {
            // Keys of slices begin with a zero byte, which no variable's name does.
            if (key.charAt(0) != 0) {
                keys.put(new String(key.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), key);
            }
        }
    }

    /**
     * Reads the index of a checkpoint.
     *
     * @param files where it is
     * @return the checkpoint
     * @throws IOException if it is damaged or cannot be read
     */
    static Bundle open(CheckpointFiles files) throws IOException {
        Map<String, ByteBuffer> table = SortedTable.read(files.readIndex());
        ByteBuffer header = table.remove("");
        if (header == null) {
            throw new IOException("it has no header: it is no index of a checkpoint");
        }
        Message message = Message.parse(ByteString.copyFrom(header));
        long shards = message.integer(SHARDS);
        if (message.integer(ENDIANNESS) != 0) {
            throw new IOException("it was written on a big-endian machine, which cannot be read");
        }
        if (shards < 1 || shards > 99_999) {
            throw new IOException("it claims to have " + shards + " files of data");
        }
        Map<String, BundleEntry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, ByteBuffer> entry : table.entrySet()) {
            entries.put(entry.getKey(), BundleEntry.parse(entry.getValue()));
        }
        BundleData data = new BundleData(files, (int) shards);
        checkPlaces(entries, data);
        return new Bundle(data, entries);
    }

    private static void checkPlaces(Map<String, BundleEntry> entries, BundleData data) throws IOException {
        List<String> stored = new ArrayList<>(entries.keySet());
        stored.removeIf(key -> entries.get(key).size() == 0);
        Comparator<String> byShard =
                Comparator.comparingInt(key -> entries.get(key).shard());
        stored.sort(byShard.thenComparingLong(key -> entries.get(key).offset()));
        int shard = -1;
        long end = 0;
        for (String key : stored) {
            BundleEntry entry = entries.get(key);
            if (entry.shard() != shard) {
                shard = entry.shard();
                end = 0;
            }
            long size = data.size(shard, key);
            if (entry.size() < 0 || entry.offset() < end || entry.offset() > size - entry.size()) {
                throw new IOException(
                        "tensor '%s' takes %d bytes at %d, which overlaps another or lies outside of a file of %d bytes"
                                .formatted(key, entry.size(), entry.offset(), size));
            }
            end = entry.offset() + entry.size();
        }
    }

    /** {@return the names of all tensors, in the order of the index, which is that of their bytes} */
    Set<String> names() {
        return keys.keySet();
    }

    /** {@return the entry of the tensor with this name, which must be there} */
    BundleEntry entry(String name) {
        return entries.get(keys.get(name));
    }

    /**
     * Reads a text, a tensor of one string.
     *
     * @param name the tensor's name
     * @return its bytes
     * @throws IOException if it is damaged or no text
     */
    ByteString text(String name) throws IOException {
        BundleEntry entry = entry(name);
        if (entry.type() != DataType.STRING || BundleEntry.elements(entry.shape()) != 1) {
            throw new IOException("tensor '" + name + "' is not one text");
        }
        ByteBuffer bytes = data.raw(name, entry);
        int length = Varint.length(bytes, bytes.remaining());
        if (bytes.remaining() != length + Integer.BYTES) {
            throw new IOException("the text '" + name + "' is not as long as it claims");
        }
        ByteBuffer text = bytes.slice(bytes.position() + Integer.BYTES, length);
        // The checksum is of the length as a number of 32 bits, of that number's own checksum, and of the text.
        ByteBuffer size = data.allocate(Integer.BYTES).putInt(0, length);
        ByteBuffer sizeChecksum = bytes.slice(bytes.position(), Integer.BYTES);
        if (MaskedCrc.of(size, sizeChecksum, text) != entry.checksum()) {
            throw new IOException("the checksum of tensor '" + name + "' does not match: it is damaged");
        }
        return ByteString.copyFrom(text);
    }

    /**
     * Reads a tensor of numbers.
     *
     * @param name the tensor's name
     * @return its values as float32
     * @throws IOException if it is damaged or not of numbers
     */
    Tensor tensor(String name) throws IOException {
        BundleEntry entry = entry(name);
        int count = elements(name, entry.shape());
        float[] values;
        if (entry.slices().isEmpty()) {
            values = data.values(name, entry, count);
        } else {
            values = new SliceAssembly(name, entry.shape()).assemble(parts(name, entry), count);
        }
        return Tensor.of(
                values, Arrays.stream(entry.shape()).mapToInt(Math::toIntExact).toArray());
    }

    private List<SliceAssembly.Part> parts(String name, BundleEntry entry) throws IOException {
        List<SliceAssembly.Part> parts = new ArrayList<>();
        long total = 0;
        for (Slice slice : entry.slices()) {
            BundleEntry part = entries.get(SliceKey.of(keys.get(name), slice));
            if (part == null) {
                throw new IOException("a slice of tensor '" + name + "' is missing");
            }
            int count = elements(name, part.shape());
            total += count;
            // A slice that is listed twice must not be read twice.
            if (total > elements(name, entry.shape())) {
                throw new IOException("the slices of tensor '" + name + "' are more than it");
            }
            parts.add(new SliceAssembly.Part(slice, part.shape(), data.values(name, part, count)));
        }
        return parts;
    }

    private static int elements(String name, long[] shape) throws IOException {
        try {
            return BundleEntry.elements(shape);
        } catch (IOException e) {
            throw new IOException("tensor '%s' %s: %s".formatted(name, Arrays.toString(shape), e.getMessage()), e);
        }
    }
}
