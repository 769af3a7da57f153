package dev.pleat.maven;

import dev.pleat.formats.ModelReader;
import dev.pleat.formats.SourceFiles;
import dev.pleat.formats.SourceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Writes the classes of models and their weights, those whose origin has changed.
 *
 * @param reader reads a model file of whatever kind
 * @param sources the root of the sources
 * @param resources the root of the resources, where the weights go
 * @param stamps the folder that remembers what was written
 * @param version the plugin's version; another one may write something else
 */
record Generation(ModelReader reader, Path sources, Path resources, Path stamps, String version, Log log) {

    /** Writes what has changed, and removes what is no longer asked for. */
    void run(List<ModelFile> models) throws MojoFailureException {
        for (ModelFile model : models) {
            model.check();
        }
        Set<String> classes = models.stream().map(ModelFile::className).collect(Collectors.toSet());
        if (classes.size() < models.size()) {
            throw new MojoFailureException("two models are to become one class: "
                    + models.stream().map(ModelFile::className).toList()
                    + "\n  fix: give each a <className> of its own");
        }
        try {
            removeOthers(classes);
        } catch (IOException e) {
            throw new MojoFailureException("cannot remove what earlier builds wrote: " + e, e);
        }
        for (ModelFile model : models) {
            generate(model);
        }
    }

    private void generate(ModelFile model) throws MojoFailureException {
        SourceFiles files = SourceFiles.of(model.className(), sources, resources);
        Stamp stamp = new Stamp(stamps.resolve(model.className()));
        try {
            String origin = Stamp.origin(model, version);
            if (stamp.isCurrent(origin, files)) {
                log.info(model.className() + " is up to date with "
                        + model.model().getName());
                return;
            }
            SourceModel source = reader.read(model.model().toPath(), model.options());
            files.write(source, model.className(), true);
            stamp.write(origin, files);
            log.info(model.className() + " written from " + model.model().getName() + ": "
                    + source.layers().size() + " layers");
            source.notes().forEach(note -> log.info("  " + note));
        } catch (IOException | IllegalArgumentException e) {
            throw failure(model, e);
        }
    }

    private static MojoFailureException failure(ModelFile model, Exception e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        String file = model.model().toString();
        return new MojoFailureException(message.contains(file) ? message : file + ": " + message, e);
    }

    /** Removes the files of classes that this goal once wrote: nobody asks for them any more. */
    private void removeOthers(Set<String> classes) throws IOException {
        if (!Files.isDirectory(stamps)) {
            return;
        }
        try (Stream<Path> known = Files.list(stamps)) {
            for (Path stamp : known.toList()) {
                String name = stamp.getFileName().toString();
                if (!classes.contains(name)) {
                    for (Path file : SourceFiles.of(name, sources, resources).all()) {
                        Files.deleteIfExists(file);
                    }
                    Files.delete(stamp);
                    log.info(name + " removed: no model is configured for it");
                }
            }
        }
    }
}
