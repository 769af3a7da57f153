package dev.pleat.benchmarks.pytorch;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.benchmarks.net.Folded;
import java.nio.file.Files;
import java.nio.file.Path;

/** PyTorch through DJL, from TorchScript. */
public final class PyTorch implements dev.pleat.benchmarks.engine.Engine {

    @Override
    public String name() {
        return "PyTorch " + Engine.getEngine("PyTorch").getVersion() + " (DJL)";
    }

    @Override
    public Session open(Task task) throws Exception {
        Path file = task.folder().resolve(task.net().name() + ".pt");
        if (!Files.exists(file)) {
            TorchScriptWriter.write(Folded.of(task.net(), task.weights()), file);
        }
        Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(task.threads());
        Model model = Model.newInstance(task.net().name(), "PyTorch");
        model.load(task.folder(), task.net().name());
        return new TorchSession(model, (PtSymbolBlock) model.getBlock(), task, Files.size(file), true);
    }
}
