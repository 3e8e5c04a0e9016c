package com.socialflow.social.cards;

import java.util.Optional;

/**
 * What a page says of itself.
 *
 * @param description empty: nothing
 * @param site the host that answered in the end: a page may call itself whatever it likes
 * @param picture where a picture of it is
 */
record Preview(String title, String description, String site, Optional<String> picture) {}
