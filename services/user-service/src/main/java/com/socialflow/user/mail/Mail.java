package com.socialflow.user.mail;

/** Messages to people, which leave once the present transaction is committed. */
public interface Mail {

    /**
     * Sends a letter.
     *
     * @param address an email address
     * @param locale a BCP 47 tag; a language that has no text gets English
     */
    void send(String address, String locale, Letter letter);
}
