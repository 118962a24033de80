; "Open with" for order sheets. Their default program is left alone.
!define SHEET_CLASS "PBXOrders.sheet"

!macro offerFor EXTENSION
  WriteRegStr SHCTX "Software\Classes\.${EXTENSION}\OpenWithProgids" "${SHEET_CLASS}" ""
!macroend

!macro withdrawFrom EXTENSION
  DeleteRegValue SHCTX "Software\Classes\.${EXTENSION}\OpenWithProgids" "${SHEET_CLASS}"
!macroend

!macro customInstall
  WriteRegStr SHCTX "Software\Classes\${SHEET_CLASS}" "" "Order sheet"
  WriteRegStr SHCTX "Software\Classes\${SHEET_CLASS}\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\${SHEET_CLASS}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro offerFor "csv"
  !insertmacro offerFor "tsv"
  !insertmacro offerFor "txt"
  !insertmacro offerFor "xlsx"
  !insertmacro offerFor "xlsm"
!macroend

!macro customUnInstall
  !insertmacro withdrawFrom "csv"
  !insertmacro withdrawFrom "tsv"
  !insertmacro withdrawFrom "txt"
  !insertmacro withdrawFrom "xlsx"
  !insertmacro withdrawFrom "xlsm"
  DeleteRegKey SHCTX "Software\Classes\${SHEET_CLASS}"
!macroend
