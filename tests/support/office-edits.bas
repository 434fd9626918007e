Option Explicit

' What office-edit.ts asks for, done in LibreOffice as somebody who edits would do it. A text is where it stands first.
Dim paper As Object
' Why an edit can not be done, for who asked for it; empty when LibreOffice itself says why.
Dim reason As String

Sub GiveUp(why As String)
  reason = why
  Error 1000
End Sub

Sub OpenPaper(address As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  paper = StarDesktop.loadComponentFromURL(address, "_blank", 0, how())
  If IsNull(paper) Then GiveUp "LibreOffice can not open it"
End Sub

Sub SavePaper(address As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "MS Word 2007 XML"
  paper.storeToURL(address, how())
  paper.close(True)
End Sub

Sub Track(isTracked As Boolean)
  paper.RecordChanges = isTracked
End Sub

Function Find(seen As String) As Object
  Dim search As Object
  search = paper.createSearchDescriptor()
  search.SearchString = seen
  search.SearchCaseSensitive = True
  Find = paper.findFirst(search)
  If IsNull(Find) Then GiveUp "not found: " & seen
End Function

Sub Reword(seen As String, words As String)
  Find(seen).String = words
End Sub

Sub AddParagraph(seen As String, words As String)
  Dim cursor As Object
  cursor = CursorAt(seen)
  cursor.gotoEndOfParagraph(False)
  cursor.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  cursor.Text.insertString(cursor, words, False)
End Sub

Sub RemoveParagraph(seen As String)
  Dim cursor As Object
  cursor = CursorAt(seen)
  cursor.gotoStartOfParagraph(False)
  cursor.gotoEndOfParagraph(True)
  cursor.goRight(1, True)
  cursor.String = ""
End Sub

Function CursorAt(seen As String) As Object
  Dim place As Object
  place = Find(seen)
  CursorAt = place.Text.createTextCursorByRange(place)
End Function

Sub AddRow(seen As String, cells)
  Dim place As Object, table As Object, row As Long, column As Long
  place = Find(seen)
  table = place.TextTable
  row = RowOf(place) + 1
  table.Rows.insertByIndex(row, 1)
  For column = LBound(cells) To UBound(cells)
    table.getCellByPosition(column, row).String = cells(column)
  Next
End Sub

Sub RemoveRow(seen As String)
  Dim place As Object
  place = Find(seen)
  place.TextTable.Rows.removeByIndex(RowOf(place), 1)
End Sub

' A cell is called by its column and row: B3 stands in the row with index 2.
Function RowOf(place As Object) As Long
  Dim cellName As String, at As Long
  If IsNull(place.Cell) Then GiveUp "in no table: " & place.String
  cellName = place.Cell.CellName
  at = 1
  Do While Not IsNumeric(Mid(cellName, at, 1))
    at = at + 1
  Loop
  RowOf = CLng(Mid(cellName, at)) - 1
End Function

Sub DecideAll(how As String)
  Dim helper As Object
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(paper.CurrentController.Frame, ".uno:" & how & "AllTrackedChanges", "", 0, Array())
End Sub

Sub AddComment(seen As String, words As String, author As String)
  Dim note As Object, place As Object
  place = Find(seen)
  note = paper.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = author
  note.Content = words
  note.DateTimeValue = Moment()
  place.Text.insertTextContent(place, note, True)
End Sub

Function Moment() As Object
  Dim made As New com.sun.star.util.DateTime
  made.Year = Year(Now())
  made.Month = Month(Now())
  made.Day = Day(Now())
  made.Hours = Hour(Now())
  made.Minutes = Minute(Now())
  Moment = made
End Function

' A control of one line is a field here, one for a day is a control; both keep by which XPath they are bound.
Sub FillFact(fact As String, value As String, isoDay As String)
  If Not FillIn(paper.Text, "h:" & fact & "[1]", value, isoDay) Then GiveUp "no control: " & fact
End Sub

Function FillIn(within As Object, ending As String, value As String, isoDay As String) As Boolean
  Dim all As Object, block As Object, cell
  all = within.createEnumeration()
  Do While all.hasMoreElements() And Not FillIn
    block = all.nextElement()
    If block.supportsService("com.sun.star.text.TextTable") Then
      For Each cell In block.getCellNames()
        If Not FillIn Then FillIn = FillIn(block.getCellByName(cell), ending, value, isoDay)
      Next
    ElseIf block.supportsService("com.sun.star.text.Paragraph") Then
      FillIn = FillInParagraph(block, ending, value, isoDay)
    End If
  Loop
End Function

Function FillInParagraph(paragraph As Object, ending As String, value As String, isoDay As String) As Boolean
  Dim all As Object, portion As Object
  all = paragraph.createEnumeration()
  Do While all.hasMoreElements() And Not FillInParagraph
    portion = all.nextElement()
    If portion.TextPortionType = "TextField" Then
      If EndsWith(BoundBy(portion.TextField), ending) Then
        portion.TextField.Content = value
        paper.TextFields.refresh()
        FillInParagraph = True
      End If
    ElseIf portion.TextPortionType = "ContentControl" Then
      If EndsWith(portion.ContentControl.DataBindingXpath, ending) Then
        If isoDay <> "" Then portion.ContentControl.CurrentDate = isoDay & "T00:00:00Z"
        RewriteControl portion.ContentControl, value
        FillInParagraph = True
      End If
    End If
  Loop
End Function

' The new text is put within the old one, which then goes: at either end it would fall outside the control.
Sub RewriteControl(control As Object, value As String)
  Dim all As Object, portion As Object, cursor As Object, start As Object, length As Long
  all = control.createEnumeration()
  Do While all.hasMoreElements()
    portion = all.nextElement()
    If portion.TextPortionType = "Text" And portion.String <> "" Then
      If length = 0 Then start = portion.Start
      length = length + Len(portion.String)
    End If
  Loop
  If length < 2 Then GiveUp "a control with too little in it"
  cursor = start.Text.createTextCursorByRange(start)
  cursor.goRight(1, False)
  cursor.Text.insertString(cursor, value, False)
  cursor.goRight(length - 1, True)
  cursor.String = ""
  cursor.goLeft(Len(value), False)
  cursor.goLeft(1, True)
  cursor.String = ""
End Sub

Function BoundBy(field As Object) As String
  Dim part, binding
  If Not field.supportsService("com.sun.star.text.TextField.Input") Then Exit Function
  For Each part In field.InteropGrabBag
    If part.Name = "ooxml:CT_SdtPr_dataBinding" Then
      For Each binding In part.Value
        If binding.Name = "ooxml:CT_DataBinding_xpath" Then BoundBy = binding.Value
      Next
    End If
  Next
End Function

Function EndsWith(whole As String, ending As String) As Boolean
  EndsWith = Right(whole, Len(ending)) = ending
End Function
