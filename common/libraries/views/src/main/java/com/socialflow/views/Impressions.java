package com.socialflow.views;

import java.util.List;

/**
 * What one page told at once of the cards that it showed, with what the server knew: an entry of the log.
 *
 * @param session of one view of a page
 * @param receivedMillis the server's clock at the receipt
 */
public record Impressions(Session session, long receivedMillis, Client client, List<Shown> shown) {

    public Impressions {
        shown = List.copyOf(shown);
    }
}
