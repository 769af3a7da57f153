package dev.pleat.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;

/**
 * Writes the walk of a dense layer or convolution over the panels of its weights and the tiles of its pixels.
 *
 * @param clip what happens behind the tiles, null for nothing
 */
record MatrixWalk(KernelMethods methods, Finish clip, PanelVectors panel) {

    // private static void conv3x3_16to32_8x8(float[] s, float[] w, int x, int y, int k, int b, Part part) {
    //   for (int p = 0; p < panels; p++) {
    //     int c = p * 2 * L16;
    //     int end = part.to(4);
    //     for (int i = part.from(4); i < end; i++) {
    //       int row = i * 2;
    //       conv3x3_16to32Tile(s, w, x + row * 160, y + row * 256 + c, k + p * 288 * L16, b + c);
    //     }
    //   }
    // }
    MethodSpec write(String name, String tileName) {
        int outputs = methods.contraction().outputs();
        CodeBlock.Builder body = CodeBlock.builder();
        String width = panel.width();
        body.addStatement("int panels = ($L + $L - 1) / $L", outputs, width, width);
        body.add(methods.tiles().count());
        if (methods.tile().panels() > 1) {
            return methods.walk(name)
                    .addCode(body.add(twoPanels(tileName)).build())
                    .build();
        }
        CodeBlock channel = CodeBlock.of("int c = $L;\n", panel.firstChannel("p"));
        CodeBlock call = methods.tile(tileName, " + c", "k + p * " + weights());
        if (clip != null) {
            methods.kernels().clipBehindTiles();
            body.add(new TileRuns(methods.tiles(), clip, width).write(channel, call));
        } else if (methods.tiles().dividesPixels()) {
            body.beginControlFlow("for (int p = 0; p < panels; p++)")
                    .add(channel)
                    .add(methods.tiles().own(call))
                    .endControlFlow();
        } else {
            body.add(methods.tiles().ofPanels()).add(channel).add(call).endControlFlow();
        }
        return methods.walk(name).addCode(body.build()).build();
    }

    // int end = part.to(panels);
    // for (int p = part.from(panels); p < end; p += 2) {
    //   int next = Math.min(p + 1, end - 1);
    //   int c = p * 4 * L16;
    //   int d = next * 4 * L16 - c;
    //   dense_784to128Tile(s, w, x, y + c, k + p * 3136 * L16, b + c, d, (next - p) * 3136 * L16);
    // }
    /** Returns the walk over panels, two at a time; the last one of an odd number is its own second. */
    private CodeBlock twoPanels(String tileName) {
        return CodeBlock.builder()
                .addStatement("int end = part.to(panels)")
                .beginControlFlow("for (int p = part.from(panels); p < end; p += 2)")
                .addStatement("int next = Math.min(p + 1, end - 1)")
                .addStatement("int c = $L", panel.firstChannel("p"))
                .addStatement("int d = $L - c", panel.firstChannel("next"))
                .add(methods.tile(tileName, " + c", "k + p * " + weights(), "d", "(next - p) * " + weights()))
                .endControlFlow()
                .build();
    }

    private String weights() {
        return panel.weights(methods.contraction().depth());
    }
}
