package dev.pleat.benchmarks.pleat;

import dev.pleat.benchmarks.engine.Engine;
import dev.pleat.benchmarks.engine.Session;
import dev.pleat.benchmarks.engine.Task;
import dev.pleat.runtime.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pleat itself, from a safetensors file. */
public final class Pleat implements Engine {

    @Override
    public String name() {
        return "Pleat";
    }

    @Override
    public Session open(Task task) throws IOException {
        Path file = task.folder().resolve(task.net().name() + ".safetensors");
        if (!Files.exists(file)) {
            Safetensors.write(file, task.weights());
        }
        return new PleatSession(Prediction.load(task.net().name(), file), task, Files.size(file));
    }
}
