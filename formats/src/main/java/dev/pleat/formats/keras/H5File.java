package dev.pleat.formats.keras;

import dev.pleat.formats.FormatException;
import dev.pleat.runtime.Safetensors.Tensor;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An HDF5 file: groups, attributes of texts, and arrays as float32.
 *
 * <p>Whatever the library below throws over a damaged file becomes a {@link FormatException}. Links are not followed:
 * they could lead out of the file. An array that claims to be much larger than the file is not read.
 */
final class H5File implements AutoCloseable {
    // Compressed weights are seldom smaller than an eighth.
    private static final long MOST_EXPANSION = 8;
    private static final long SMALL = 1 << 24;
    // Of a file in memory the library takes slices; of a larger one it allocates what damaged lengths claim.
    private static final long LARGEST_IN_MEMORY = 1 << 30;
    private static final int MOST_CHUNKS = 10_000;

    private final Path path;
    private final HdfFile file;
    private final long size;

    private H5File(Path path, HdfFile file, long size) {
        this.path = path;
        this.file = file;
        this.size = size;
    }

    /** What reads from the library. */
    private interface Reading<T> {
        /** {@return what was read} */
        T read() throws IOException;
    }

    /** Opens a file. */
    static H5File open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        long size = Files.size(path);
        if (size <= LARGEST_IN_MEMORY) {
            return open(path, Files.readAllBytes(path));
        }
        return new H5File(path, guarded(path, "the file", () -> new HdfFile(path)), size);
    }

    /** Opens the contents of a file that is part of another. */
    static H5File open(Path path, byte[] bytes) throws IOException {
        return new H5File(path, guarded(path, "the HDF5 file", () -> HdfFile.fromBytes(bytes)), bytes.length);
    }

    /** {@return the file that this is, or is part of} */
    Path path() {
        return path;
    }

    /** {@return the root of all groups} */
    Group root() {
        return file;
    }

    /** {@return the group or array at a path below a group, if it is there} */
    Optional<Node> find(Group from, String below) throws IOException {
        return guarded(path, below, () -> {
            Node node = from;
            for (String name : below.split("/")) {
                if (!name.isEmpty()) {
                    node = node instanceof Group group ? group.getChild(name) : null;
                    if (node != null && node.isLink()) {
                        throw new FormatException(path, below + " is a link, which is not followed");
                    }
                }
            }
            return Optional.ofNullable(node);
        });
    }

    /** {@return the group at a path below a group, if it is there} */
    Optional<Group> group(Group from, String below) throws IOException {
        return find(from, below).filter(Group.class::isInstance).map(Group.class::cast);
    }

    /** {@return the array at a path below a group, if it is there} */
    Optional<Dataset> dataset(Group from, String below) throws IOException {
        return find(from, below).filter(Dataset.class::isInstance).map(Dataset.class::cast);
    }

    /** {@return the names of what is in a group, as HDF5 orders them} */
    List<String> names(Group group) throws IOException {
        return guarded(
                path, group.getName(), () -> List.copyOf(group.getChildren().keySet()));
    }

    /** {@return an attribute of one text, if it is there} */
    Optional<String> text(Node node, String attribute) throws IOException {
        List<String> texts = ownTexts(node, attribute);
        return texts == null || texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(0));
    }

    /** {@return an attribute of texts, which Keras cuts into chunks where it is large; none if it is absent} */
    Optional<List<String>> texts(Node node, String attribute) throws IOException {
        List<String> whole = ownTexts(node, attribute);
        if (whole != null) {
            return Optional.of(whole);
        }
        List<String> all = new ArrayList<>();
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            List<String> texts = ownTexts(node, attribute + chunk);
            if (texts == null) {
                return chunk == 0 ? Optional.empty() : Optional.of(all);
            }
            all.addAll(texts);
        }
        return Optional.of(all);
    }

    private List<String> ownTexts(Node node, String name) throws IOException {
        return guarded(path, "attribute " + name + " of " + node.getPath(), () -> {
            Attribute attribute = node.getAttribute(name);
            if (attribute == null) {
                return null;
            }
            List<String> texts = new ArrayList<>();
            if (!attribute.isEmpty()) {
                check(
                        "attribute " + name,
                        attribute.getSize(),
                        attribute.getDataType().getSize());
                texts(attribute.getData(), texts);
            }
            return texts;
        });
    }

    private static void texts(Object data, List<String> into) {
        if (data instanceof Object[] array) {
            for (Object item : array) {
                texts(item, into);
            }
        } else if (data instanceof String text) {
            into.add(text);
        }
    }

    /** {@return an array as float32; half precision and bfloat16 are converted, integers rounded} */
    Tensor tensor(Dataset dataset, String name) throws IOException {
        boolean brain = text(dataset, "dtype").map("bfloat16"::equals).orElse(false);
        return guarded(path, name, () -> {
            long[] dimensions = dataset.getDimensionsAsLong();
            long count = 1;
            int[] shape = new int[dimensions.length];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = Math.toIntExact(dimensions[i]);
                count = Math.multiplyExact(count, dimensions[i]);
            }
            check(name, count, dataset.getDataType().getSize());
            if (dataset.getDataType() instanceof FloatingPoint type && !known(type)) {
                throw new FormatException(path, name + " holds floating point numbers of an unknown kind");
            }
            return Tensor.of(H5Numbers.floats(path, name, dataset.getDataFlat(), (int) count, brain), shape);
        });
    }

    // The library takes every number of two bytes for half precision.
    private static boolean known(FloatingPoint type) {
        int exponent = type.getExponentSize();
        return switch (type.getSize()) {
            case 2 -> exponent == 5;
            case 4 -> exponent == 8;
            default -> exponent == 11;
        };
    }

    private void check(String what, long count, int bytesEach) throws FormatException {
        long most = Math.max(SMALL, Math.multiplyExact(MOST_EXPANSION, size));
        long bytes = Math.multiplyExact(count, Math.max(1L, bytesEach));
        if (count < 0 || bytes > most || count > Integer.MAX_VALUE - 8) {
            throw new FormatException(
                    path, "%s claims %d bytes, in a file of %d: the file is damaged".formatted(what, bytes, size));
        }
    }

    @Override
    public void close() throws IOException {
        guarded(path, "the file", () -> {
            file.close();
            return true;
        });
    }

    // The library throws all kinds of unchecked exceptions over damaged files, and exhausts the stack over cycles.
    private static <T> T guarded(Path path, String what, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new FormatException(path, what + " cannot be read: " + reason, e);
        }
    }
}
