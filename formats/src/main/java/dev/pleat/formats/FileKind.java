package dev.pleat.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The kinds of model and weight files, told apart by what is in them; names decide only where contents cannot. */
public enum FileKind {
    /** HDF5 of Keras: a whole model, or weights. */
    KERAS_H5("a Keras HDF5 file", Holds.EITHER),
    /** Keras 3's zip. */
    KERAS_ZIP("a .keras file", Holds.EITHER),
    /** A folder with {@code saved_model.pb}. */
    SAVED_MODEL("a TensorFlow SavedModel", Holds.MODEL),
    /** A frozen graph. */
    GRAPH_DEF("a TensorFlow graph", Holds.MODEL),
    /** ONNX. */
    ONNX("an ONNX file", Holds.MODEL),
    /** TensorFlow's checkpoint V2, by its prefix or one of its files. */
    CHECKPOINT("a TensorFlow checkpoint", Holds.WEIGHTS),
    /** PyTorch's zip or pickles. */
    TORCH("a PyTorch file", Holds.WEIGHTS),
    /** NumPy arrays. */
    NUMPY("a NumPy file", Holds.WEIGHTS),
    /** Safetensors. */
    SAFETENSORS("a safetensors file", Holds.WEIGHTS),
    /** Java source with an annotated class. */
    JAVA("Java source", Holds.MODEL);

    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final byte[] NPY = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int HEAD = 64;
    private static final int MOST_ENTRIES = 100_000;

    /** HDF5 may begin behind a block of the user's, of 512 bytes or twice that, or twice that again. */
    private static final int LAST_HDF5_START = 1 << 16;

    private final String description;
    private final Holds holds;

    FileKind(String description, Holds holds) {
        this.description = description;
        this.holds = holds;
    }

    /** What can be read from a kind of file. */
    enum Holds {
        MODEL,
        WEIGHTS,
        EITHER
    }

    /** {@return whether such files hold layers; a Keras file may also have none} */
    public boolean holdsModel() {
        return holds != Holds.WEIGHTS;
    }

    /** {@return whether such files can be read as weights alone} */
    public boolean holdsWeights() {
        return holds != Holds.MODEL;
    }

    /** {@return what messages call it: {@code a Keras HDF5 file}} */
    public String description() {
        return description;
    }

    /**
     * Finds out what a file is.
     *
     * @param file the file, a folder, or the prefix of a checkpoint
     * @return its kind
     * @throws FormatException if it is none of these, with what is known of it
     * @throws IOException if it cannot be read
     */
    public static FileKind of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (Files.isDirectory(file)) {
            return ofFolder(file);
        }
        if (name.equals("checkpoint")
                || name.endsWith(".index")
                || name.matches(".*\\.data-\\d{5}-of-\\d{5}")
                || isPrefix(file)) {
            return CHECKPOINT;
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (name.endsWith(".java")) {
            return JAVA;
        }
        return ofContents(file, name);
    }

    private static boolean isPrefix(Path file) {
        return !Files.exists(file) && Files.exists(file.resolveSibling(file.getFileName() + ".index"));
    }

    private static FileKind ofFolder(Path folder) throws IOException {
        if (Files.exists(folder.resolve("saved_model.pb"))) {
            return SAVED_MODEL;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(path -> path.getFileName().toString()).sorted().toList();
            if (names.stream().anyMatch(name -> name.endsWith(".index"))) {
                return CHECKPOINT;
            }
            throw new FormatException(
                    folder,
                    "is a folder without saved_model.pb or a checkpoint",
                    List.of("it holds " + (names.size() > 8 ? names.subList(0, 8) + " and more" : names)),
                    List.of("name a model file, or the folder of a SavedModel"));
        }
    }

    private static FileKind ofContents(Path file, String name) throws IOException {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new FormatException(file, "is empty");
        }
        if (isHdf5(file, head)) {
            return KERAS_H5;
        }
        if (begins(head, NPY)) {
            return NUMPY;
        }
        if (begins(head, new byte[] {'P', 'K'})) {
            return ofZip(file);
        }
        if (head[0] == (byte) 0x80 && head.length > 1 && head[1] >= 1 && head[1] <= 5) {
            return TORCH;
        }
        if (isSafetensors(head, Files.size(file))) {
            return SAFETENSORS;
        }
        Optional<String> other = other(head, name);
        if (other.isPresent()) {
            throw unknown(file, other.get());
        }
        return ofProtobuf(file, name, head);
    }

    private static FileKind ofProtobuf(Path file, String name, byte[] head) throws IOException {
        Set<Integer> tags = ProtobufTags.of(file);
        boolean graph = tags.contains(ProtobufTags.bytes(7));
        // A file that was cut off within its graph has the tags of a SavedModel.
        if (graph || name.endsWith(".onnx")) {
            return ONNX;
        }
        if (head[0] == ProtobufTags.number(1) && tags.contains(ProtobufTags.bytes(2))) {
            return SAVED_MODEL;
        }
        if (head[0] == ProtobufTags.bytes(1) && !name.endsWith(".meta") || name.endsWith(".pb")) {
            return GRAPH_DEF;
        }
        throw unknown(
                file,
                name.endsWith(".meta")
                        ? "the graph of a checkpoint, which is for training; freeze it, or write the layers as a class"
                        : "nothing that is known here");
    }

    private static FileKind ofZip(Path file) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            for (int i = 0; i < MOST_ENTRIES && entries.hasMoreElements(); i++) {
                names.add(entries.nextElement().getName());
            }
        } catch (IOException e) {
            throw new FormatException(file, "is a damaged zip file: " + e.getMessage(), e);
        }
        if (names.contains("config.json") || names.stream().anyMatch(name -> name.endsWith(".weights.h5"))) {
            return KERAS_ZIP;
        }
        if (names.stream().anyMatch(name -> name.endsWith("/data.pkl") || name.equals("data.pkl"))) {
            return TORCH;
        }
        if (names.isEmpty() || names.stream().anyMatch(name -> name.endsWith(".npy"))) {
            return NUMPY;
        }
        if (names.stream().anyMatch(name -> name.endsWith("saved_model.pb"))) {
            throw unknown(file, "a zipped SavedModel; unpack it and name its folder");
        }
        throw unknown(file, "a zip file of another kind");
    }

    private static Optional<String> other(byte[] head, String name) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("TFL3", 4)) {
            return Optional.of("a TensorFlow Lite file; use the model that it was converted from");
        }
        if (name.endsWith(".pbtxt") || text.startsWith("node {") || text.startsWith("node{")) {
            return Optional.of("a graph as text; save it in binary form");
        }
        if (name.endsWith(".json") || text.stripLeading().startsWith("{")) {
            return Optional.of("JSON, layers without weights; save the whole model as .keras or .h5");
        }
        if (text.startsWith("<")) {
            return Optional.of("a web page or XML");
        }
        return text.startsWith("version https://git-lfs")
                ? Optional.of("a pointer of Git LFS; fetch the file itself with git lfs pull")
                : Optional.empty();
    }

    private static FormatException unknown(Path file, String what) {
        return new FormatException(
                file,
                "is " + what,
                List.of(),
                List.of("what can be read: Keras .h5 and .keras, SavedModel folders, frozen .pb, .onnx; and as weights"
                        + " checkpoints, .pth, .npz, .npy, .safetensors"));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean begins(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean isHdf5(Path file, byte[] head) throws IOException {
        if (begins(head, HDF5)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(LAST_HDF5_START + HDF5.length);
            for (int at = 512; at + HDF5.length <= start.length; at *= 2) {
                if (Arrays.equals(start, at, at + HDF5.length, HDF5, 0, HDF5.length)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isSafetensors(byte[] head, long size) {
        if (head.length < 9 || head[8] != '{') {
            return false;
        }
        long length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length > 0 && length <= size - 8;
    }
}
