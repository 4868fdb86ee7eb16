; Pressmark among the programs of "Open with", and never the default: an installer that writes an
; extension's own value takes the files over from the program that had them.
!macro forEachExtension DO
  !insertmacro ${DO} ".html"
  !insertmacro ${DO} ".htm"
  !insertmacro ${DO} ".xhtml"
  !insertmacro ${DO} ".mhtml"
  !insertmacro ${DO} ".mht"
  !insertmacro ${DO} ".epub"
  !insertmacro ${DO} ".pdf"
  !insertmacro ${DO} ".eml"
  !insertmacro ${DO} ".warc"
  !insertmacro ${DO} ".wacz"
  !insertmacro ${DO} ".md"
  !insertmacro ${DO} ".markdown"
  !insertmacro ${DO} ".txt"
!macroend

!macro offerFor EXTENSION
  WriteRegStr SHELL_CONTEXT "Software\Classes\${EXTENSION}\OpenWithProgids" "Pressmark.Article" ""
!macroend

!macro takeBackFrom EXTENSION
  DeleteRegValue SHELL_CONTEXT "Software\Classes\${EXTENSION}\OpenWithProgids" "Pressmark.Article"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Pressmark.Article" "" "Pressmark"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Pressmark.Article\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Pressmark.Article\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro forEachExtension offerFor
!macroend

!macro customUnInstall
  !insertmacro forEachExtension takeBackFrom
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Pressmark.Article"
!macroend
