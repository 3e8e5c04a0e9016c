package com.socialflow.analytics.job;

import com.socialflow.analytics.cells.Cell;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.proto.analytics.v1.CellState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A cell by its key and its {@link CellState}. */
final class CellCodec implements Codec<Cell> {

    @Override
    public byte[] encode(Cell cell) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(cell.key().text());
            cell.state().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes bytes", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public Cell decode(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return Cell.of(CellKey.parse(in.readUTF()), CellState.parseFrom(in));
        }
    }
}
