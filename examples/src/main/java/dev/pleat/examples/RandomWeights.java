package dev.pleat.examples;

import dev.pleat.runtime.Safetensors;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Makes weights for the examples whose trained ones may not be given away: random ones, of the names and shapes of a
 * file that exists.
 *
 * <p>They are of a size that keeps values neither growing nor shrinking from layer to layer, and batch norms look
 * trained. They are stored as BF16, which halves the file. Equal names and shapes give equal files.
 */
public final class RandomWeights {

    private static final long SEED = 20261123;

    private RandomWeights() {}

    /**
     * Reads one safetensors file and writes another.
     *
     * @param args the file with the names and shapes, and the file to write
     * @throws IOException if one cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: RandomWeights <file with names and shapes> <file to write>");
            System.exit(1);
        }
        Files.write(Path.of(args[1]), file(Safetensors.read(Path.of(args[0]))));
    }

    /**
     * Returns a safetensors file of random numbers.
     *
     * @param like tensors of the names and shapes; their values do not matter
     */
    static byte[] file(Map<String, Tensor> like) {
        Map<String, Tensor> tensors = new TreeMap<>(like);
        StringJoiner entries = new StringJoiner(",", "{", "}");
        int size = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            int end = size + 2 * entry.getValue().values().length;
            entries.add("\"%s\":{\"dtype\":\"BF16\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                    .formatted(entry.getKey(), entry.getValue().shape(), size, end));
            size = end;
        }
        byte[] header = entries.toString().getBytes(StandardCharsets.UTF_8);
        // Spaces at the end of the header align the values to 8 bytes.
        int padded = header.length + 7 & -8;
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + padded + size).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(padded).put(header).put(" ".repeat(padded - header.length).getBytes(StandardCharsets.UTF_8));
        tensors.forEach((name, tensor) -> putRandom(name, tensor, file));
        return file.array();
    }

    private static void putRandom(String name, Tensor tensor, ByteBuffer file) {
        // A generator of its own for each tensor: it does not depend on what else is in the file.
        Random random = new Random(SEED + name.hashCode());
        float middle = name.endsWith("variance") || name.endsWith("gamma") ? 1 : 0;
        float spread = spread(name, tensor);
        for (int i = 0; i < tensor.values().length; i++) {
            float value = middle + spread * (2 * random.nextFloat() - 1);
            // BF16 is the upper half of a float32; what is cut off needs no rounding in a random number.
            file.putShort((short) (Float.floatToIntBits(value) >>> 16));
        }
    }

    private static float spread(String name, Tensor tensor) {
        boolean kernel = name.endsWith("kernel") || name.endsWith("weights");
        if (!kernel) {
            return name.endsWith("variance") ? 0.5f : 0.2f;
        }
        int rank = tensor.shape().size();
        boolean depthwise = name.contains("depthwise");
        int fanIn = tensor.shape().subList(0, depthwise ? rank - 2 : rank - 1).stream()
                .mapToInt(Integer::intValue)
                .reduce(1, Math::multiplyExact);
        return (float) Math.sqrt(6.0 / fanIn);
    }
}
