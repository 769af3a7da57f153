package dev.pleat.cli.report;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser without a window, of the Chromium family. */
record Browser(String program, Path folder) {

    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge");

    private static final List<String> PLACES = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:/Program Files/Google/Chrome/Application/chrome.exe");

    private static final Pattern AUDIT = Pattern.compile("<output id=\"audit\"[^>]*>([^<]*)</output>");

    /** Returns the browser that the variable CHROMIUM names, or one of the path, nothing if there is none. */
    static Optional<Browser> find(Path folder) {
        String named = System.getenv("CHROMIUM");
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<String> onPath = Arrays.stream(path.split(File.pathSeparator))
                .flatMap(place -> NAMES.stream().map(name -> place + "/" + name));
        return Stream.concat(Stream.ofNullable(named), Stream.concat(onPath, PLACES.stream()))
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .map(program -> new Browser(program, folder));
    }

    /** Returns the page's elements as text, after its scripts ran. */
    String dom(Path page, String hash, int width) throws IOException, InterruptedException {
        return run(page, hash, width, "--dump-dom");
    }

    /** Draws the page. */
    void screenshot(Path page, String hash, int width, Path image) throws IOException, InterruptedException {
        run(page, hash, width, "--screenshot=" + image);
    }

    private String run(Path page, String hash, int width, String task) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Path output = Files.createTempFile(folder, "browser", ".txt");
        List<String> command = new ArrayList<>(List.of(program, "--headless", "--no-sandbox", "--disable-gpu"));
        command.addAll(List.of("--disable-quic", "--no-first-run", "--disable-background-networking"));
        command.addAll(List.of("--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"));
        command.addAll(List.of("--user-data-dir=" + profile, "--window-size=" + width + ",900", task));
        command.add(page.toUri() + hash);
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            throw new AssertionError(program + " took more than 90 seconds to draw " + page);
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Returns what the page found out about itself. */
    static Map<String, Object> audit(String dom) throws IOException {
        Matcher audit = AUDIT.matcher(dom);
        if (!audit.find() || audit.group(1).isEmpty()) {
            throw new AssertionError(
                    "the page did not come to its end:\n" + dom.substring(0, Math.min(2000, dom.length())));
        }
        String json = audit.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return JSON.std.mapFrom(json);
    }
}
