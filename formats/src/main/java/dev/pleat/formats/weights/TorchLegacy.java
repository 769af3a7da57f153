package dev.pleat.formats.weights;

import dev.pleat.runtime.Safetensors.Tensor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The files that PyTorch wrote before version 1.6: pickles of a magic number, a version, a description of the machine, the
 * object and the keys of the storages, then the storages, each with its size in front. Numbers are little-endian,
 * whatever machine wrote them.
 */
final class TorchLegacy {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final long VERSION = 1001;

    private TorchLegacy() {}

    /** Reads the tensors of the model in a file. */
    static Map<String, Tensor> read(Path file) throws IOException {
        try (ByteSource in = new ByteSource(
                file,
                "the file",
                new BufferedInputStream(Files.newInputStream(file)),
                Files.size(file),
                ByteSource.UNCHECKED)) {
            return tensors(file, in);
        }
    }

    private static Map<String, Tensor> tensors(Path file, ByteSource in) throws IOException {
        TorchClasses classes = new TorchClasses();
        if (!MAGIC.equals(Unpickler.load(in, classes))) {
            throw in.fault("is a pickle, but not one that torch.save wrote");
        }
        Object version = Unpickler.load(in, classes);
        if (!Objects.equals(version, VERSION)) {
            throw in.fault("is of a version other than %d".formatted(VERSION));
        }
        Unpickler.load(in, classes);
        Object root = Unpickler.load(in, classes);
        TorchTensors tensors = new TorchTensors(file, Budget.of(file), TorchReader.stateDict(in, root));
        if (!(Unpickler.load(in, classes) instanceof List<?> keys)) {
            throw in.fault("has no list of storages");
        }
        for (Object key : keys) {
            storage(in, classes, tensors, String.valueOf(key));
        }
        in.end();
        return tensors.values();
    }

    private static void storage(ByteSource in, TorchClasses classes, TorchTensors tensors, String key)
            throws IOException {
        TorchStorage storage = classes.storage(key);
        if (storage == null) {
            throw in.fault("has the storage %s, which no tensor uses".formatted(Quoted.of(key)));
        }
        long size = ByteBuffer.wrap(in.read(Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (size != storage.total()) {
            throw in.fault("gives the storage %s %d numbers, but the tensors in it %d"
                    .formatted(Quoted.of(key), size, storage.total()));
        }
        TorchStorage needed = tensors.needed().get(key);
        if (needed != null) {
            tensors.readStorage(needed, in, ByteOrder.LITTLE_ENDIAN);
        } else if (size > in.remaining() / storage.width()) {
            throw in.fault("ends within the storage " + Quoted.of(key));
        } else {
            in.skip(size * storage.width());
        }
    }
}
