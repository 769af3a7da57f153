package dev.pleat.formats.weights;

import dev.pleat.formats.FormatException;
import dev.pleat.runtime.Safetensors.Tensor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files that PyTorch writes since version 1.6: a zip archive of a pickle and one entry for each storage. */
final class TorchZip {
    // A value of a pickle takes a byte there and up to this many here.
    private static final long PICKLE_RATIO = 96;
    private static final String PICKLE = "data.pkl";

    private final Path file;
    private final Archive archive;
    private final String folder;
    private final Budget budget;

    private TorchZip(Path file, Archive archive, String folder, Budget budget) {
        this.file = file;
        this.archive = archive;
        this.folder = folder;
        this.budget = budget;
    }

    /** Reads the tensors of the model in a file. */
    static Map<String, Tensor> read(Path file) throws IOException {
        try (Archive archive = Archive.open(file)) {
            return new TorchZip(file, archive, folder(file, archive), Budget.of(file)).tensors();
        }
    }

    private static String folder(Path file, Archive archive) throws IOException {
        List<String> pickles = archive.names().stream()
                .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
                .filter(name -> name.indexOf('/') == name.lastIndexOf('/'))
                .toList();
        if (pickles.size() != 1) {
            throw new FormatException(
                    file, "is a zip file, but not of PyTorch: it holds %d entries data.pkl".formatted(pickles.size()));
        }
        String folder = pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length());
        if (archive.has(folder + "constants.pkl")) {
            throw new FormatException(
                    file,
                    "is a TorchScript archive, which holds code\n"
                            + "  fix: in Python, torch.save(torch.jit.load(file).state_dict(), other)");
        }
        return folder;
    }

    private Map<String, Tensor> tensors() throws IOException {
        ByteOrder order = order();
        Map<String, TorchTensor> found;
        boolean checked;
        try (ByteSource in = archive.openUnchecked(folder + PICKLE)) {
            budget.spend("the entry " + PICKLE, PICKLE_RATIO * in.remaining());
            found = TorchReader.stateDict(in, Unpickler.load(in, new TorchClasses()));
            in.end();
            // PyTorch can leave the check sums out: then none of them is right, or else all must be.
            checked = in.sum() == archive.sum(folder + PICKLE);
        }
        TorchTensors tensors = new TorchTensors(file, budget, found);
        for (TorchStorage storage : tensors.needed().values()) {
            String entry = folder + "data/" + storage.key();
            try (ByteSource in = checked ? archive.open(entry) : archive.openUnchecked(entry)) {
                tensors.readStorage(storage, in, order);
                in.end();
            }
        }
        return tensors.values();
    }

    private ByteOrder order() throws IOException {
        String entry = folder + "byteorder";
        if (!archive.has(entry)) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        try (ByteSource in = archive.openUnchecked(entry)) {
            String order = new String(in.read((int) Math.min(16, in.remaining())), StandardCharsets.ISO_8859_1);
            return switch (order.strip()) {
                case "little" -> ByteOrder.LITTLE_ENDIAN;
                case "big" -> ByteOrder.BIG_ENDIAN;
                default -> throw in.fault("is neither little nor big");
            };
        }
    }
}
