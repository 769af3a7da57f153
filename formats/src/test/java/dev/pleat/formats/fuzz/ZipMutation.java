package dev.pleat.formats.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Changes what is inside a zip archive, so that its check sums are right and what follows them is tried. */
final class ZipMutation {
    private final Random random;
    private final Mutation mutation;

    ZipMutation(Random random) {
        this.random = random;
        this.mutation = new Mutation(random);
    }

    /** Tells whether bytes look like a zip archive. */
    static boolean fits(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
    }

    /** Returns an archive with an entry changed, removed, renamed, packed, or with another one's content. */
    byte[] of(byte[] archive) throws IOException {
        Map<String, byte[]> entries = entries(archive);
        if (entries.isEmpty()) {
            return archive;
        }
        List<String> names = new ArrayList<>(entries.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] content = entries.get(name);
        switch (random.nextInt(8)) {
            case 0 -> entries.remove(name);
            case 1 -> {
                entries.remove(name);
                entries.put(name + "x", content);
            }
            case 2 -> entries.put(name, entries.get(names.get(random.nextInt(names.size()))));
            case 3 -> entries.put(name, new byte[1 << random.nextInt(24)]);
            default -> entries.put(name, mutation.of(content, new ArrayList<>(entries.values())));
        }
        return archive(entries);
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        // From a file: a stream cannot tell where the uncompressed entries of PyTorch end.
        Path file = Files.createTempFile("archive", ".zip");
        try {
            Files.write(file, archive);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        } finally {
            Files.delete(file);
        }
        return entries;
    }

    private byte[] archive(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean packed = random.nextBoolean();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> content : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(content.getKey());
                if (!packed) {
                    CRC32 sum = new CRC32();
                    sum.update(content.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.getValue().length);
                    entry.setCrc(sum.getValue());
                }
                out.putNextEntry(entry);
                out.write(content.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
