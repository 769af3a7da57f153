package dev.pleat.formats.onnx;

import dev.pleat.formats.proto.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Reads tensors that stand in files beside the model: in its folder or below, nowhere else. */
final class ExternalData {
    private static final int ENTRIES = 13;
    private static final int KEY = 1;
    private static final int VALUE = 2;

    private final Path folder;

    ExternalData(Path folder) {
        this.folder = folder;
    }

    /** Returns the bytes of a tensor. */
    ByteBuffer read(Message tensor, long bytes) throws IOException {
        Map<String, String> entries = new HashMap<>();
        for (Message entry : tensor.messages(ENTRIES)) {
            entries.put(entry.text(KEY), entry.text(VALUE));
        }
        String location = entries.getOrDefault("location", "");
        Path file = resolve(location);
        long offset = number(entries, "offset", 0);
        long length = number(entries, "length", bytes);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (length != bytes || offset < 0 || offset > channel.size() - length) {
                throw new Tensors.Damaged("takes %d bytes but names %d at %d of '%s', which has %d"
                        .formatted(bytes, length, offset, location, channel.size()));
            }
            ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(length));
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new Tensors.Damaged("ends within '" + location + "'");
                }
            }
            return buffer.flip();
        }
    }

    private Path resolve(String location) throws IOException {
        Path file;
        try {
            file = folder.resolve(location).normalize();
        } catch (InvalidPathException e) {
            throw new Tensors.Damaged("stands in a file that cannot be: '" + location + "'");
        }
        boolean inside = !location.isEmpty() && !Path.of(location).isAbsolute() && file.startsWith(folder.normalize());
        if (!inside) {
            throw new Tensors.Damaged("stands in '" + location + "', which is not in the model's folder");
        }
        if (!Files.isRegularFile(file)) {
            throw new Tensors.Damaged("stands in '" + location + "', which is not there");
        }
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw new Tensors.Damaged("stands in '" + location + "', which leads out of the model's folder");
        }
        return file;
    }

    private static long number(Map<String, String> entries, String key, long otherwise) throws IOException {
        String text = entries.get(key);
        try {
            return text == null ? otherwise : Long.parseLong(text.trim());
        } catch (NumberFormatException e) {
            throw new Tensors.Damaged("has the " + key + " '" + text + "'");
        }
    }
}
