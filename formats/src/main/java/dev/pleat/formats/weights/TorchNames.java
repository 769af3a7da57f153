package dev.pleat.formats.weights;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names in files of PyTorch that mean the same everywhere. */
final class TorchNames {
    /** The types of numbers, by their name in the module {@code torch}. */
    static final Map<String, NumberType> DTYPES = Map.ofEntries(
            Map.entry("float16", NumberType.FLOAT16),
            Map.entry("bfloat16", NumberType.BFLOAT16),
            Map.entry("float32", NumberType.FLOAT32),
            Map.entry("float64", NumberType.FLOAT64),
            Map.entry("bool", NumberType.BOOL),
            Map.entry("int8", NumberType.INT8),
            Map.entry("uint8", NumberType.UINT8),
            Map.entry("int16", NumberType.INT16),
            Map.entry("uint16", NumberType.UINT16),
            Map.entry("int32", NumberType.INT32),
            Map.entry("uint32", NumberType.UINT32),
            Map.entry("int64", NumberType.INT64),
            Map.entry("uint64", NumberType.UINT64));

    /** Classes that checkpoints hold beside tensors: arguments, dates, scalars of NumPy. Nothing is made of them. */
    static final Set<String> OPAQUE = Set.of(
            "torch.device",
            "torch.Tensor",
            "torch.nn.parameter.Parameter",
            "torch.nn.parameter.Buffer",
            "torch.torch_version.TorchVersion",
            "torch.strided",
            "torch.serialization._get_layout",
            "torch.float8_e4m3fn",
            "torch.float8_e5m2",
            "torch.complex64",
            "torch.complex128",
            "numpy.dtype",
            "numpy.ndarray",
            "numpy.core.multiarray.scalar",
            "numpy._core.multiarray.scalar",
            "numpy.core.multiarray._reconstruct",
            "numpy._core.multiarray._reconstruct",
            "_codecs.encode",
            "argparse.Namespace",
            "types.SimpleNamespace",
            "datetime.datetime",
            "datetime.date",
            "datetime.timedelta",
            "pathlib.Path",
            "pathlib.PosixPath",
            "pathlib.WindowsPath",
            "builtins.int",
            "builtins.float",
            "builtins.bool",
            "builtins.str",
            "builtins.bytes",
            "builtins.bytearray",
            "builtins.complex",
            "builtins.slice",
            "builtins.range",
            "builtins.object");

    /** What the classes of models are in. */
    static final List<String> MODULES = List.of("torch.nn", "torchvision", "timm", "__main__", "model", "net");

    private TorchNames() {}
}
